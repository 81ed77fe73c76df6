import type { AstroIntegration } from 'astro';

/**
 * Makes the scripts of pages lighter: what every tool loads is one file, which compresses better than many, and
 * an import on demand asks for its styles and for itself. The builder would ask for the imports of its imports
 * ahead too, with a program that every tool would carry; ours have one or two, and nobody waits for them.
 */
export const lightScripts = (): AstroIntegration => ({
  name: 'light-scripts',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      updateConfig({
        vite: {
          environments: {
            client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
          },
          plugins: [plainImports],
        },
      });
    },
  },
});

const groups = [
  { name: 'plain', test: /preload-helper/, priority: 3 },
  { name: 'words', test: /\/src\/i18n\/(language|spoken|spoken-here)\.ts$/, priority: 2 },
  {
    name: 'kept',
    test: /\/src\/(platform\/kept\/(browser-storage|drawer|keeping|may-keep|moved-card|other-tabs|records)|tools\/frame\/(kept-tool|keep-note-element|keeping-asked|words))\.ts$/,
    priority: 1,
  },
];

/** What the builder wraps imports on demand in. */
const wrapping = '\0vite/preload-helper.js';

const stylesFirst = `
const asked = {};
const ask = (file) => asked[file] ??= new Promise((done, failed) => {
  if (document.querySelector('link[href="/' + file + '"]')) return done();
  const gone = () => { delete asked[file]; failed(new Error(file)); };
  document.head.append(Object.assign(document.createElement('link'),
    { rel: 'stylesheet', href: '/' + file, onload: done, onerror: gone }));
});
export const __vitePreload = (load, files = []) =>
  Promise.all(files.filter((file) => file.endsWith('.css')).map(ask)).then(() => load());
`;

const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  apply: 'build' as const,
  load: (id: string) => (id === wrapping ? stylesFirst : undefined),
};
