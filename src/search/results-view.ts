import { languageHere } from '#i18n/language.ts';
import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import { excerpt, marked } from './excerpt.ts';
import type { Found, FoundPage } from './finder.ts';
import { sections, type Section } from './site-page.ts';
import type { spanish } from './spanish.ts';

/** What was found, as elements: the page meant first of all, then by section. */

const say = sayHere<typeof spanish>();
const language = languageHere();

const titles: Record<Section, string> = {
  help: say('Help'),
  guide: say('Guides'),
  tool: say('Tools'),
  resource: say('Resources'),
  event: say('Events'),
  more: say('More pages'),
};
const shownAtOnce = 5;

type Stems = ReadonlySet<string>;

function element(name: string, content: (Node | string)[], attributes: Record<string, string> = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const inMarks = (text: string, stems: Stems) =>
  marked(text, stems, language).map((piece) => (piece.hit ? element('mark', [piece.text]) : piece.text));

function row({ page, parts }: FoundPage, stems: Stems): HTMLElement {
  const href = pathHere(page.path);
  const lang = page.language && page.language !== language ? { lang: page.language } : undefined;
  const title = element('a', inMarks(page.title, stems), { href, ...lang });
  const [best] = parts;
  const inside = best?.id
    ? element('a', inMarks(best.heading, stems), { href: `${href}#${best.id}`, ...lang })
    : undefined;
  const where =
    inside && element('p', say('In: {heading}', { heading: '\0' }).split('\0'), { class: 'where small' });
  where?.firstChild?.after(inside!);
  const text = best?.text || page.parts[0]?.text;
  return element('li', [
    element('h3', [title]),
    ...(where ? [where] : []),
    ...(text ? [element('p', inMarks(excerpt(text, stems, language), stems), lang)] : []),
  ]);
}

function group(title: string, found: FoundPage[], stems: Stems): HTMLElement {
  const list = element(
    'ol',
    found.slice(0, shownAtOnce).map((one) => row(one, stems)),
    { class: 'plain' },
  );
  const rest = found.slice(shownAtOnce);
  const count = rest.length > 0 ? ` (${found.length})` : '';
  const section = element('section', [element('h2', [title + count]), list]);
  if (rest.length > 0) {
    const words = say('All {count} in “{section}”', { count: found.length, section: title });
    const more = element('button', [words], { type: 'button', class: 'plain-button' });
    more.addEventListener('click', () => {
      const rows = rest.map((one) => row(one, stems));
      list.append(...rows);
      more.remove();
      rows[0]?.querySelector('a')?.focus();
    });
    section.append(more);
  }
  return section;
}

/** `first` stand above the sections and not in them. */
export function resultsView(found: Found, first: readonly FoundPage[]): HTMLElement[] {
  const others = found.pages.filter(({ page }) => !first.some((one) => one.page.path === page.path));
  const grouped = sections
    .map((section) => [section, others.filter(({ page }) => page.section === section)] as const)
    .filter(([, pages]) => pages.length > 0)
    .map(([section, pages]) => group(titles[section], pages, found.stems));
  return first.length > 0 ? [group(say('First of all'), [...first], found.stems), ...grouped] : grouped;
}

/** What was read instead of what was typed, with the way back to that. */
export function correction(found: Found, typed: string, asTyped: () => void): HTMLElement {
  const meant = found.corrected.reduce((text, { from, to }) => replaced(text, from, to), typed);
  const back = element('button', [say('Look for “{query}” as typed', { query: typed })], {
    type: 'button',
    class: 'plain-button',
  });
  back.addEventListener('click', asTyped);
  return element('p', [say('Showing results for'), ' ', element('strong', [meant]), '. ', back]);
}

const replaced = (text: string, from: string, to: string) =>
  text
    .split(/(\s+)/)
    .map((word) => (word.toLowerCase() === from ? to : word))
    .join('');
