import { inLanguage } from '#i18n/language.ts';

/**
 * Which addresses may lie on a device, and how each is answered: pure rules, the same for the worker, the build and
 * the tests. What is not named here is never kept. That an answer may be kept at all it must say itself as well
 * (`mayLie`), so that a page about one person needs two mistakes to end up in a cache.
 */

/**
 * `ours-alone`: the worker does not touch it. `network`: asked over the network and never kept; without one there is
 * the page that says so. `asset`: its name changes with its content. `page`: the newest, else the one that lies here.
 * `list`: the same for a public list. `index`: files of the search.
 */
export type Kind = 'ours-alone' | 'network' | 'asset' | 'page' | 'list' | 'index';

/** Lists that everybody gets alike, by their whole address: a question in the address makes it another one. */
const lists = new Set([
  '/api/meetings',
  '/api/meetings/words',
  '/api/meetings/places',
  '/api/meetings/next',
  '/api/map/outline',
  '/api/events',
  '/api/resources',
]);

/** The site's own scripts and signs whose names stay the same. */
export const fixedFiles = ['/theme.js', '/notice.js', '/favicon.svg', '/site-words.js'];

/** Pages of one person, forms with what somebody typed, and drafts. Endpoints and files are left out below. */
const neverKept = [
  /^\/r(\/|$)/,
  /^\/events\/[^/]+\/rsvp(\/|$)/,
  /^\/step-down\/sign-up(\/|$)/,
  /^\/meetings\/[^/]+\/(get-in|report)(\/|$)/,
  /^\/resources\/preview(\/|$)/,
  /^\/files\//,
];

const untouched = /^\/(staff|\.netlify|\.local|service-worker\.js)(\/|$)/;

export function kindOf({ method, url, origin }: { method: string; url: URL; origin: string }): Kind {
  if (url.origin !== origin) return 'ours-alone';
  const path = inLanguage(url.pathname, 'en');
  if (untouched.test(path)) return 'ours-alone';
  if (method !== 'GET') return 'network';
  if (path.startsWith('/_astro/') || fixedFiles.includes(path)) return 'asset';
  if (path.startsWith('/search-index/')) return 'index';
  if (path.startsWith('/api/')) return lists.has(path) && url.search === '' ? 'list' : 'network';
  if (neverKept.some((pattern) => pattern.test(path))) return 'network';
  if (/\.(?!ics$)[a-z0-9]+$/.test(path)) return 'network';
  return 'page';
}

/** Whether a page is kept as it was visited. What somebody asked in the address is not. */
export const isKeptAsVisited = (url: URL, origin: string): boolean =>
  kindOf({ method: 'GET', url, origin }) === 'page' && url.search === '';

/** The one name under which a page lies here, whatever was asked of it. */
export const pageName = (path: string): string =>
  path.endsWith('/') || /\.[a-z0-9]+$/.test(path) ? path : `${path}/`;

/** Whether an answer may lie in a cache: whole, ours, where it was asked for, and not for one person. */
export const mayLie = (answer: Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>): boolean =>
  answer.status === 200 &&
  answer.type === 'basic' &&
  !answer.redirected &&
  !/\b(no-store|private)\b/i.test(answer.headers.get('cache-control') ?? '');

/** The files of the build that a page asks for by itself. */
export const assetsIn = (html: string): string[] => [
  ...new Set(Array.from(html.matchAll(/\b(?:href|src)="(\/_astro\/[^"?#]+)"/g), ([, path]) => path ?? '')),
];

/** What is used only with a network: the map fetches its ground, and weighs as much as everything else. */
const onlyWithNetwork = /^meeting-map\./;

/** The files of the build that a script or a style of it loads, at once or on demand. Their names are like no other text. */
export const assetsBehind = (code: string): string[] => [
  ...new Set(
    Array.from(
      code.matchAll(/([\w.~-]+\.[\w-]{8,}\.(?:js|css|woff2)|[\w]+-[\w-]{8}\.js)\b/g),
      ([, name]) => name ?? '',
    )
      .filter((name) => !onlyWithNetwork.test(name))
      .map((name) => `/_astro/${name}`),
  ),
];
