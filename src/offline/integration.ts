import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { leftBeside } from '#platform/environment.ts';
import type { Language } from '#i18n/language.ts';
import { buildWorker } from './build-worker.ts';
import { chosenFrom } from './kept-list.ts';
import { weightOf } from './made-list.ts';

/** Its script and styles are on no page of the build: the finder is made on demand, and kept all the same. */
const finder = { script: /\/src\/meetings\/(finder|near)\/.*type=script/, route: '/meetings' };

/** After the build, writes the worker that keeps the site for when there is no signal. */
export const offline = (): AstroIntegration => {
  const also = new Set<string>();
  return {
    name: 'offline',
    hooks: {
      'astro:build:ssr': ({ manifest }) => {
        for (const [source, file] of Object.entries(manifest.entryModules))
          if (finder.script.test(source) && file.endsWith('.js')) also.add(`/${file.replace(/^\//, '')}`);
        for (const { routeData, styles } of manifest.routes) {
          if (routeData.route !== finder.route) continue;
          for (const style of styles) if ('src' in style) also.add(`/${style.src.replace(/^\//, '')}`);
        }
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const list = await buildWorker(dist, [...also]);
        writeFileSync(join(leftBeside(), 'kept-list.json'), JSON.stringify({ also: [...also], list }));
        const weigh = (language: Language) =>
          Math.round(weightOf(dist, chosenFrom(list, [language], false)) / 1000);
        logger.info(
          `kept for when there is no signal: ${weigh('en')} kB in English, ${weigh('es')} kB in Spanish`,
        );
      },
    },
  };
};
