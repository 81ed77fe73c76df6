import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { asDocument, collectedIn, documentPath, type Seen } from './document.ts';
import type { Fault } from './faults.ts';

/** `npm run reliability`: makes every fault and writes docs/reliability.md with what was seen. Fails when one is not as promised. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'onward-reliability-'));
const started = performance.now();
try {
  const child = spawn(join(root, 'node_modules/.bin/vitest'), ['run', '--project', 'faults', '--silent'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, [collectedIn]: folder },
  });
  process.exitCode = await new Promise<number>((resolve) =>
    child.once('close', (code) => resolve(code ?? 1)),
  );
  const seen = new Map<Fault, Seen>();
  for (const file of await readdir(folder))
    seen.set(parse(file).name as Fault, JSON.parse(await readFile(join(folder, file), 'utf8')) as Seen);
  const document = await asDocument(seen, {
    day: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, Node ${process.version}`,
    took: `${Math.round((performance.now() - started) / 1000)} s`,
  });
  if (process.exitCode === 0) await writeFile(join(root, documentPath), document);
} finally {
  await rm(folder, { recursive: true });
}
