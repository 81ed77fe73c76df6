import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getManifest } from 'workbox-build';
import { languageOf } from '#i18n/language.ts';
import { assetsBehind, assetsIn, fixedFiles } from './addresses.ts';
import { placeOf, type KeptFile, type KeptList } from './kept-list.ts';

/** Makes the list of what is kept from a finished build. */

/** `also`: assets of pages that are made on demand, which the build's own pages do not name. */
export async function makeKeptList(dist: string, also: string[]): Promise<KeptList> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: dist,
    globPatterns: [
      `{**/*.html,_astro/*,search-index/*,${fixedFiles.map((path) => path.slice(1)).join(',')}}`,
    ],
    dontCacheBustURLsMatching: /^_astro\//,
    // which files are kept is decided below
    maximumFileSizeToCacheInBytes: 100_000_000,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  const files = new Map(
    manifestEntries.map(({ url, revision }) => [
      `/${url.replace(/(^|\/)index\.html$/, '$1')}`,
      { file: url, revision },
    ]),
  );
  const text = (path: string) => readFileSync(join(dist, files.get(path)?.file ?? path), 'utf8');
  const kept = (path: string): KeptFile => ({ url: path, revision: files.get(path)?.revision ?? null });

  const pages = [...files.keys()].filter((path) => path.endsWith('/')).toSorted();
  const at = (place: string) => pages.filter((page) => placeOf(page) === place);
  const within = (paths: string[], language: string) =>
    paths.filter((page) => languageOf({ pathname: page }) === language).map(kept);
  const reached = (roots: string[]) => closure(roots, text, (path) => files.has(path));

  const needed = reached([...at('shell'), ...at('first')].flatMap((page) => assetsIn(text(page))));
  const others = reached([...at('later').flatMap((page) => assetsIn(text(page))), ...also]);
  /** What the search knows, a file a language; of a large library it is kept once it was used. */
  const searched = (language: string) =>
    [`/search-index/${language}.json`]
      .filter((path) => files.has(path))
      .map(kept)
      .filter((file) => weightOf(dist, [file]) <= 400_000);
  const shell = [...at('shell'), ...fixedFiles, ...needed].map(kept);
  return {
    shell,
    more: [...others].filter((path) => !needed.has(path)).map(kept),
    first: { en: within(at('first'), 'en'), es: within(at('first'), 'es') },
    later: {
      en: [...within(at('later'), 'en'), ...searched('en')],
      es: [...within(at('later'), 'es'), ...searched('es')],
    },
  };
}

/** Everything that these files load, and what that loads in turn: imports at once and on demand, fonts. */
function closure(roots: string[], text: (path: string) => string, has: (path: string) => boolean) {
  const found = new Set<string>();
  const queue = [...roots];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (found.has(path) || !has(path)) continue;
    found.add(path);
    if (/\.(js|css)$/.test(path)) queue.push(...assetsBehind(text(path)));
  }
  return found;
}

/** What the list weighs as sent, compressed. */
export function weightOf(dist: string, files: KeptFile[]): number {
  return files.reduce((sum, { url }) => {
    const body = readFileSync(join(dist, url.endsWith('/') ? `${url}index.html` : url));
    return sum + (url.endsWith('.woff2') ? body.byteLength : gzipSync(body, { level: 9 }).byteLength);
  }, 0);
}

/** Changes whenever anything that is kept does. */
export const versionOf = (list: KeptList): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);
