import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

interface LockedPackage {
  version: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}
const lockedPackages = async () =>
  (JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> })
    .packages;

test('every package that is installed here can be checked by its hash', async () => {
  const packages = await lockedPackages();
  const unchecked = Object.entries(packages).filter(
    ([path, entry]) => path !== '' && !entry.integrity && !entry.link && !entry.inBundle && existsSync(path),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(unchecked.map(([path]) => path)).toEqual([]);
});

// npm ci refuses a lockfile that leaves out what only another machine needs
test('the builds of a package for other machines are in it as well, each at the version that is asked for', async () => {
  const packages = await lockedPackages();
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([, version]) => /^\d+\.\d+\.\d+/.test(version))
      .filter(([name, version]) => resolved(packages, path, name)?.version !== version)
      .map(([name, version]) => `${path} asks for ${name}@${version}`),
  );
  expect(missing).toEqual([]);
});

test('what is installed stays under 1.3 GB', () => {
  const kilobytes = Number(execFileSync('du', ['-sk', 'node_modules'], { encoding: 'utf8' }).split('\t')[0]);
  expect(kilobytes).toBeGreaterThan(1000);
  expect(kilobytes).toBeLessThan(1.3 * 1024 * 1024);
});

/** What `name` means to the package at `path`: its own copy, or that of a folder above. */
function resolved(
  packages: Record<string, LockedPackage>,
  path: string,
  name: string,
): LockedPackage | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const found = packages[`${at && `${at}/`}node_modules/${name}`];
    if (found || at === '') return found;
  }
}
