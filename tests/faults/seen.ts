import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { expect } from 'vitest';
import { collectedIn, documentPath, rowsOf, type Seen } from './document.ts';
import type { Fault } from './faults.ts';

/**
 * Says what a test saw of a fault. docs/reliability.md has to say the same, so that it cannot go stale; when
 * it is about to be written anew, what was seen is kept for it instead.
 */
export async function saw(fault: Fault, seen: Seen): Promise<void> {
  const folder = env[collectedIn];
  if (folder) return writeFile(join(folder, `${fault}.json`), JSON.stringify(seen));
  const { visitor, lost } = seen;
  const told = rowsOf(await readFile(documentPath, 'utf8')).get(fault);
  expect(told, `${documentPath}; \`npm run reliability\` writes it anew`).toEqual({ visitor, lost });
}

/** A duration as figures say it, never finer than a tenth of a second. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
