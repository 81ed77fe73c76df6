import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { untranslated } from '../words/untranslated.ts';

/**
 * `npm run spanish:check -- [address below /es/]`: what is still English on the Spanish pages of the last
 * build (`npm run build`), or of those below an address: `-- /tools/`. With an origin in front it asks a
 * running site for both pages: `-- http://localhost:4321/meetings/`. Exits 1 when there is something.
 */

const [place = '/'] = process.argv.slice(2);
let pages = 0;
let texts = 0;
if (place.startsWith('http')) {
  const { origin, pathname, search } = new URL(place);
  const page = async (path: string) => (await fetch(origin + path)).text();
  show(pathname, untranslated(await page(`/es${pathname}${search}`), await page(pathname + search)));
} else {
  for (const file of (await Array.fromAsync(glob('dist/es/**/*.html'))).toSorted()) {
    const path = file.slice('dist/es'.length).replace(/index\.html$/, '');
    const twin = file.replace('dist/es/', 'dist/');
    if (!path.startsWith(place) || !existsSync(twin)) continue;
    show(path, untranslated(await readFile(file, 'utf8'), await readFile(twin, 'utf8')));
  }
}
console.log(`${texts} texts to translate on ${pages} pages.`);
if (texts > 0) process.exitCode = 1;

function show(path: string, found: string[]): void {
  if (found.length === 0) return;
  pages += 1;
  texts += found.length;
  console.log(`\n/es${path}`);
  for (const text of found) console.log(`  ${text.slice(0, 140)}`);
}
