import { inLanguage, localeOf, type Language } from '#i18n/language.ts';
import { sections, type Section, type SitePage } from './site-page.ts';

/** The list of all pages: the page /search/ has an empty place for each section, which the build fills. */

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const place = (section: Section) => new RegExp(`<li[^>]*\\sdata-site-index="${section}"[^>]*></li>`);

export function withSiteIndex(html: string, pages: readonly SitePage[], language: Language): string {
  const byTitle = new Intl.Collator(localeOf(language), { numeric: true });
  let filled = html;
  for (const section of sections) {
    if (!place(section).test(html))
      throw new Error(`/search/ has no place for pages of the kind "${section}".`);
    const items = pages
      .filter((page) => page.section === section)
      .toSorted((a, b) => byTitle.compare(a.title, b.title))
      .map(({ path, title, language: lang }) => {
        const spoken = lang && lang !== language ? ` lang="${lang}"` : '';
        return `<li><a href="${inLanguage(path, language)}"${spoken}>${escaped(title)}</a></li>`;
      });
    filled = filled.replace(place(section), () => items.join(''));
  }
  return filled;
}
