import mdx from '@astrojs/mdx';
import netlify from '@astrojs/netlify';
import { defineConfig } from 'astro/config';
import { loadLocalEnvironment, siteUrl } from './src/platform/environment.ts';

// Netlify functions read process.env; Vite's own .env loading never reaches them.
loadLocalEnvironment();

export default defineConfig({
  site: siteUrl(),
  output: 'static',
  session: false,
  trailingSlash: 'ignore',
  integrations: [mdx()],
  adapter: netlify({
    imageCDN: false,
    devFeatures: { images: false, environmentVariables: false, edgeFunctions: false },
  }),
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  // Nothing inline: one Content-Security-Policy without hashes then holds for every page.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
});
