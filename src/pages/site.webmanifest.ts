import type { APIRoute } from 'astro';
import { site } from '#platform/site.ts';

/** What a phone shows when the site is kept on its home screen: a name that says nothing. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site().neutralName,
      short_name: site().neutralName,
      start_url: '/',
      display: 'standalone',
      background_color: '#fbf7ef',
      theme_color: '#1f4d3f',
      icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
