import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { KeptList } from './kept-list.ts';
import { makeKeptList, versionOf } from './made-list.ts';

/** Writes `service-worker.js` and what it says on pages, `site-words.js`, into a finished build, with the list of what it keeps. `also`: see made-list.ts. */
export async function buildWorker(dist: string, also: string[]): Promise<KeptList> {
  const bundled = {
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  } as const;
  await build({ ...bundled, entryPoints: [here('./words/site-words.ts')], outfile: `${dist}/site-words.js` });
  const list = await makeKeptList(dist, also);
  await build({
    ...bundled,
    entryPoints: [here('./worker/service-worker.ts')],
    outfile: `${dist}/service-worker.js`,
    define: { keptList: JSON.stringify(list) },
    banner: { js: `/* ${versionOf(list)} */` },
  });
  return list;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
