import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { inLanguage, languageOf, languages, type Language } from '#i18n/language.ts';
import { pageText } from './page-text.ts';
import { searchWordsIn, type SearchWords } from './search-words.ts';
import { sectionOf, type SiteList, type SitePage } from './site-page.ts';
import { withSiteIndex } from './site-index.ts';

/**
 * After the build: reads the built pages and writes one list of them a language, for the search on the device
 * (docs/decisions/048), and fills the list of all pages on /search/. It has to stand before whatever looks
 * at the finished files.
 */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      for (const language of languages) {
        const { pages: asked, entries } = searchWordsIn(language);
        const pages = [...builtIn(folder, language), ...asked.map(askedPage)];
        const json = JSON.stringify({ pages, entries } satisfies SiteList);
        mkdirSync(join(folder, 'search-index'), { recursive: true });
        writeFileSync(join(folder, 'search-index', `${language}.json`), json);
        const file = join(folder, inLanguage('/search/', language), 'index.html');
        writeFileSync(file, withSiteIndex(readFileSync(file, 'utf8'), pages, language));
        const kilobytes = Math.round(gzipSync(json).byteLength / 1000);
        logger.info(`${language}: ${pages.length} pages, ${kilobytes} kB compressed`);
      }
    },
  },
});

const builtIn = (folder: string, language: Language): SitePage[] =>
  globSync('**/*.html', { cwd: folder })
    .toSorted()
    .map((file) => ({ file, address: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}` }))
    .filter(({ address }) => languageOf({ pathname: address }) === language)
    .map(({ file, address }) => pageText(inLanguage(address, 'en'), readFileSync(join(folder, file), 'utf8')))
    .filter((page) => page !== null);

const askedPage = ({ path, title, text }: SearchWords['pages'][number]): SitePage => ({
  path,
  title,
  section: sectionOf(path),
  parts: [{ id: '', heading: '', text }],
});
