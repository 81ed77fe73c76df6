import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftBeside } from './environment.ts';

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

/** Written when a build begins, with the moment its process did; `began` where one process builds again and again. */
export function writeBuildStamp(began = performance.timeOrigin): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const stamp: BuildStamp = { version, builtAt: new Date(began).toISOString() };
  writeFileSync(join(leftBeside(), file), JSON.stringify(stamp));
}
