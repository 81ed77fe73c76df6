import { readFile, writeFile } from 'node:fs/promises';

/**
 * `npm run lockfile:complete`, after every `npm install`: names in package-lock.json the builds for other
 * platforms that the lockfile's packages ask for. npm leaves out those it cannot see at that moment (a
 * registry mirror may not hold them), and `npm ci` then refuses the lockfile everywhere.
 */

interface LockedPackage {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems: Record<string, string> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64'];

/** The lockfile's packages with every optional platform build they name; those there already stay as they are. */
export function withPlatformBuilds(packages: Record<string, LockedPackage>): Record<string, LockedPackage> {
  const complete = { ...packages };
  for (const asking of Object.values(packages)) {
    for (const [name, version] of Object.entries(asking.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      const path = `node_modules/${name}`;
      if (!platform || complete[path] || !/^\d/.test(version)) continue;
      complete[path] = { version, ...platform, ...(asking.dev && { dev: true }), optional: true };
    }
  }
  return Object.fromEntries(Object.entries(complete).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | null {
  const parts = name.split(/[/-]/);
  const cpu = processors.find((processor) => parts.includes(processor));
  const os = parts.map((part) => systems[part]).find(Boolean);
  if (!cpu || (!os && cpu !== 'wasm32')) return null;
  const libc = parts.includes('musl')
    ? 'musl'
    : parts.some((part) => part.startsWith('gnu'))
      ? 'glibc'
      : null;
  return { cpu: [cpu], ...(os && { os: [os] }), ...(libc && { libc: [libc] }) };
}

if (import.meta.main) {
  const lockfile = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const before = Object.keys(lockfile.packages).length;
  lockfile.packages = withPlatformBuilds(lockfile.packages);
  await writeFile('package-lock.json', `${JSON.stringify(lockfile, null, 2)}\n`);
  console.log(`${Object.keys(lockfile.packages).length - before} platform builds named`);
}
