import { pathHere } from '#i18n/spoken-here.ts';
import { piecesOf, type Piece } from '../written.ts';
import type { MyWeek, WeekEntry } from './my-week.ts';
import type { SavedMeeting } from './saved.ts';
import type { WeekSay } from './week-say.ts';

/** Sections of a week, made from the templates that MyWeek.astro holds in `element`. */
export function weekSections(
  element: Element,
  { days, others }: MyWeek,
  say: WeekSay,
  remove: (meeting: SavedMeeting) => void,
): Element[] {
  const rowOf = (meeting: SavedMeeting, entry?: WeekEntry) => {
    const row = filled(copyOf(element, 'row'), say, meeting, entry);
    row.querySelector('button')?.addEventListener('click', () => remove(meeting));
    return row;
  };
  const section = (near: string, heading: string, rows: Element[]) => {
    const copy = copyOf(element, 'day');
    const words = copy.querySelectorAll('h2 span');
    words[0]?.append(near);
    words[1]?.append(heading);
    copy.querySelector('ul')?.append(...rows);
    return copy;
  };
  return [
    ...days.map(({ near, date, entries }) =>
      section(
        near,
        date,
        entries.map((entry) => rowOf(entry.meeting, entry)),
      ),
    ),
    ...(others.length === 0
      ? []
      : [
          section(
            '',
            say('No date this week'),
            others.map((one) => rowOf(one)),
          ),
        ]),
  ];
}

function copyOf(element: Element, name: string): Element {
  const template = element.querySelector<HTMLTemplateElement>(`template[data-${name}]`);
  const [copy] = (template?.content.cloneNode(true) as DocumentFragment).children;
  if (!copy) throw new Error(`no ${name}`);
  return copy;
}

function filled(row: Element, say: WeekSay, meeting: SavedMeeting, entry?: WeekEntry): Element {
  const put = (selector: string, text: string | null | undefined, written: string = say.language) => {
    const part = row.querySelector(selector);
    if (text) part?.replaceChildren(...piecesOf(text).map(asNode));
    else part?.remove();
    if (written !== say.language) part?.setAttribute('lang', written);
  };
  // what a group wrote within a Spanish sentence
  const asNode = ({ text, isWritten }: Piece): Node | string => {
    if (!isWritten) return text;
    const span = document.createElement('span');
    span.lang = nameLanguage;
    span.textContent = text;
    return span;
  };
  // what was kept on a page in the other language says so
  const { language: kept = 'en', nameLanguage = 'en' } = meeting;
  put('.time span', entry?.time.hour);
  put('.time small', entry?.time.half);
  row.toggleAttribute('data-closed', entry?.held === false);
  put('a', meeting.name, nameLanguage);
  row.querySelector('a')?.setAttribute('href', pathHere(`/meetings/${meeting.slug}/`));
  put('.how', meeting.how, kept);
  if (entry) put('.there', entry.there && say('{time}, where it is held', { time: entry.there }));
  else put('.there', meeting.when, kept);
  put('.note', [entry?.note, meeting.caution].filter(Boolean).join('. '), kept);
  row.querySelector('button')?.setAttribute('aria-label', say('Remove {name}', { name: meeting.name }));
  return row;
}
