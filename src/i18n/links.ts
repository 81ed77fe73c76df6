import { inLanguage, languageOf } from './language.ts';

/**
 * Who reads in Spanish goes on in Spanish: links, forms and redirects of a page under /es/ lead to the twins
 * of the addresses they name, so that components, guides and what staff write name each address once.
 * A link with `hreflang`, and the button of the language switch, say for themselves where they go.
 */

const tag = /<(?:a|area|form|button|input)\b(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const address = /(\s(?:href|action|formaction)=")(\/[^"]*)"/g;

export const linksInSpanish = (html: string): string =>
  html.replace(tag, (element) =>
    /\s(?:hreflang=|data-to-language)/.test(element)
      ? element
      : element.replace(address, (_whole, name: string, path: string) => `${name}${inLanguage(path, 'es')}"`),
  );

/** The answer of a page, with its links and its redirect in the language of its address. */
export async function inLanguageOf(url: URL, response: Response): Promise<Response> {
  if (languageOf(url) === 'en') return response;
  const location = response.headers.get('location');
  if (location?.startsWith('/')) response.headers.set('location', inLanguage(location, 'es'));
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(linksInSpanish(await response.text()), response);
}
