import { readFileSync, writeFileSync } from 'node:fs';

/** Which site this is: the version of the package and when the static pages were built. */
export interface BuildStamp {
  version: string;
  /** When the build began: what changed later may not be on its pages. */
  builtAt: string | null;
}

const file = 'build-stamp.json';

/** Read from the file a build leaves behind; before the first build there is no time. */
export function buildStamp(): BuildStamp {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as BuildStamp;
  } catch {
    return { version: 'development', builtAt: null };
  }
}

/** Called once in a process that builds the site and ends. */
export function writeBuildStamp(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  writeFileSync(file, JSON.stringify({ version, builtAt: new Date(performance.timeOrigin).toISOString() }));
}
