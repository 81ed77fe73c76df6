import { globSync } from 'node:fs';
import { join } from 'node:path/posix';
import type { AstroIntegration } from 'astro';

/** Every page of src/pages but the staff area is a page under /es/ too: one component, two addresses. */
export const spanishPages = (): AstroIntegration => ({
  name: 'spanish-pages',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const file of publicPages())
        injectRoute({ pattern: patternOf(file), entrypoint: join('src/pages', file) });
    },
  },
});

/** One page for what is not found, one for what failed, one set of signs and one security.txt serve both languages. */
const once = /^(staff\/|\.well-known\/|404\.|500\.|favicon\.svg|icons\/)/;

const publicPages = (): string[] =>
  globSync('**/*.{astro,ts}', { cwd: 'src/pages' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !once.test(file))
    .toSorted();

const patternOf = (file: string): string =>
  `/es/${file.replace(/\.(?:astro|ts)$/, '').replace(/(?:^|\/)index$/, '')}`.replace(/\/$/, '');
