import type { MyWeek, WeekEntry } from './my-week.ts';
import type { SavedMeeting } from './saved.ts';

/** Sections of a week, made from the templates that MyWeek.astro holds in `element`. */
export function weekSections(
  element: Element,
  { days, others }: MyWeek,
  remove: (meeting: SavedMeeting) => void,
): Element[] {
  const rowOf = (meeting: SavedMeeting, entry?: WeekEntry) => {
    const row = filled(copyOf(element, 'row'), meeting, entry);
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
            'No date this week',
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

function filled(row: Element, meeting: SavedMeeting, entry?: WeekEntry): Element {
  const put = (selector: string, text: string | null | undefined) => {
    const part = row.querySelector(selector);
    if (text) part?.replaceChildren(text);
    else part?.remove();
  };
  put('.time span', entry?.time.hour);
  put('.time small', entry?.time.half);
  row.toggleAttribute('data-closed', entry?.held === false);
  put('a', meeting.name);
  row.querySelector('a')?.setAttribute('href', `/meetings/${meeting.slug}/`);
  put('.how', meeting.how);
  put('.there', entry ? entry.there && `${entry.there}, where it is held` : meeting.when);
  put('.note', [entry?.note, meeting.caution].filter(Boolean).join('. '));
  row.querySelector('button')?.setAttribute('aria-label', `Remove ${meeting.name}`);
  return row;
}
