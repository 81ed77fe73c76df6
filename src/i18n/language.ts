/** The languages of the site, and where each is: English at its address, Spanish at the same one under /es/. */

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** Pages under /es/ speak Spanish, all others English. */
export const languageOf = (url: { pathname: string }): Language =>
  /^\/es(\/|$)/.test(url.pathname) ? 'es' : 'en';

/** For Intl: how dates and numbers are written in this country, in that language. */
export const localeOf = (language: Language): string => (language === 'es' ? 'es-US' : 'en-US');

/** Of the page that a script runs in; what runs without a page speaks English. */
export const languageHere = (): Language =>
  typeof document !== 'undefined' && document.documentElement.lang === 'es' ? 'es' : 'en';

/** What has no Spanish twin: the staff area, endpoints, files as they are. */
const oneForAll =
  /^\/(?:\/|(?:staff|api|files|_astro|\.netlify|search-index)(?:\/|$)|[^?#]*\.(?!ics|xml)[a-z0-9]+(?:[?#]|$))/;

/** Whether an address of ours is there in both languages. */
export const hasTwin = (path: string): boolean => path.startsWith('/') && !oneForAll.test(path);

/** The same address in a language; one that is the same for all, or not ours, stays as it is. */
export function inLanguage(path: string, language: Language): string {
  if (!hasTwin(path)) return path;
  const english = path.replace(/^\/es(?=\/|$)/, '') || '/';
  return language === 'es' ? `/es${english}` : english;
}
