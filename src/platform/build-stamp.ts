import { readFileSync } from 'node:fs';

/** Which site this is: the version of the package and when the static pages were built. */
export interface BuildStamp {
  version: string;
  builtAt: string | null;
}

/** Read from the file the build leaves beside the pages; without a build there is no time. */
export function buildStamp(): BuildStamp {
  try {
    return JSON.parse(readFileSync('build-stamp.json', 'utf8')) as BuildStamp;
  } catch {
    return { version: 'development', builtAt: null };
  }
}
