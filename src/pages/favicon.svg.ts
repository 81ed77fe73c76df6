import type { APIRoute } from 'astro';
import { signAsSvg } from '#offline/sign.ts';
import { site } from '#platform/site.ts';

/** The sign on the browser's tab. */
export const GET: APIRoute = () =>
  new Response(signAsSvg(site().icon), { headers: { 'content-type': 'image/svg+xml' } });
