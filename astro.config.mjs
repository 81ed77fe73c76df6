import mdx from '@astrojs/mdx';
import netlify from '@astrojs/netlify';
import { defineConfig } from 'astro/config';
import { spanishPages } from './src/i18n/spanish-pages.ts';
import { offline } from './src/offline/integration.ts';
import { writeBuiltCopy } from './src/meetings/built-copy.ts';
import { writeBuildStamp } from './src/platform/build-stamp.ts';
import { loadLocalEnvironment, siteUrl } from './src/platform/environment.ts';
import { lightScripts } from './src/platform/light-scripts.ts';
import { searchIndex } from './src/search/search-index.ts';

// Netlify functions read process.env; Vite's own .env loading never reaches them.
loadLocalEnvironment();

export default defineConfig({
  site: siteUrl(),
  output: 'static',
  session: false,
  trailingSlash: 'ignore',
  integrations: [
    mdx(),
    spanishPages(),
    lightScripts(),
    searchIndex(),
    {
      name: 'left-beside-the-site',
      hooks: {
        'astro:build:start': () => {
          writeBuildStamp();
          return writeBuiltCopy();
        },
      },
    },
    // last: it keeps what the others made
    offline(),
  ],
  adapter: netlify({
    imageCDN: false,
    // read at run time by on-demand pages
    includeFiles: [
      './content/site.yml',
      './content/facts.yml',
      './content/words/rules.yml',
      './content/words/rules-es.yml',
      './content/consents/**/*.md',
      './content/es/reviewed.yml',
      './built-meetings.json.gz',
      './build-stamp.json',
      './build-report.json',
    ],
    devFeatures: { images: false, environmentVariables: false, edgeFunctions: false },
  }),
  markdown: { syntaxHighlight: false },
  // ours is src/platform/guard.ts, one rule for pages and functions: no-referrer pages send Origin: null
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  // Nothing inline: one Content-Security-Policy without hashes then holds for every page.
  // Several pages at once: pictures are drawn beside the text.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: { build: { assetsInlineLimit: 0 } },
});
