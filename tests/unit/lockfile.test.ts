import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('the lockfile names packages and no place they come from, so any registry may serve them', async () => {
  const lockfile = await readFile('package-lock.json', 'utf8');
  expect(lockfile).not.toContain('"resolved"');
  const addresses = JSON.stringify(
    JSON.parse(lockfile, (key, value: unknown) =>
      key === 'funding' || key === 'license' ? undefined : value,
    ),
  ).match(/https?:\/\/[^"]+/g);
  expect(addresses).toBeNull();
});

test('every package in it can be checked by its hash', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, { integrity?: string; link?: boolean; bundled?: boolean; inBundle?: boolean }>;
  };
  const unchecked = Object.entries(packages).filter(
    ([path, entry]) => path !== '' && !entry.integrity && !entry.link && !entry.inBundle,
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

test('what is installed stays under 1.2 GB', () => {
  const kilobytes = Number(execFileSync('du', ['-sk', 'node_modules'], { encoding: 'utf8' }).split('\t')[0]);
  expect(kilobytes).toBeGreaterThan(1000);
  expect(kilobytes).toBeLessThan(1.2 * 1024 * 1024);
});
