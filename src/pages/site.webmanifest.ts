import type { APIRoute } from 'astro';
import { inLanguage, languageOf } from '#i18n/language.ts';
import { paper, pictures } from '#offline/sign.ts';
import { site } from '#platform/site.ts';

/** What a phone shows when the site is kept on its home screen: a name and a sign that say nothing. */
export const GET: APIRoute = ({ routePattern }) => {
  const language = languageOf({ pathname: routePattern });
  return new Response(
    JSON.stringify({
      // one site in two languages: putting it on the home screen twice makes it one
      id: '/',
      name: site().neutralName,
      short_name: site().neutralName,
      lang: language,
      start_url: inLanguage('/', language),
      scope: '/',
      display: 'standalone',
      background_color: paper.light,
      theme_color: '#1f4d3f',
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ...pictures
          .filter(({ name }) => name !== '180')
          .map(({ name, size, maskable }) => ({
            src: `/icons/${name}.png`,
            sizes: `${size}x${size}`,
            type: 'image/png',
            purpose: maskable ? 'maskable' : 'any',
          })),
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
};
