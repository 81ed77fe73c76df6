import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schedulePeriods } from '../../local/netlify.ts';

/** A schedule that the local stack does not know would never run there, and nobody would see it. */

const folder = new URL('../../netlify/functions/', import.meta.url);
const scheduled = readdirSync(folder).flatMap((name) => {
  const schedule = /schedule: '([^']+)'/.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1];
  return schedule ? [[name.replace('.ts', ''), schedule] as const] : [];
});

test.each(scheduled)('%s (%s) runs on the local stack too', (_name, schedule) => {
  expect(schedulePeriods[schedule]).toBeGreaterThan(0);
});

test('docs/deploy.md names each function that runs by the clock', () => {
  const guide = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
  const line = guide.split('\n').find((text) => text.includes('Scheduled functions run in UTC')) ?? '';
  expect(scheduled.filter(([name]) => !line.includes(`\`${name}\``))).toEqual([]);
  expect(scheduled.length).toBeGreaterThan(4);
});
