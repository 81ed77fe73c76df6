import type { MeetingIndex } from '../finder/meeting-index.ts';
import { rowView } from '../finder/row-view.ts';
import type { Timing } from '../finder/timing.ts';
import { fellowshipName } from '../fellowships.ts';
import { kindName } from '../kinds.ts';
import type { ListedMeeting } from '../schema.ts';
import { hasHiddenWayIn, waysIn, withoutWayIn } from '../ways-in.ts';
import { panelSpeak } from '../panel/spanish.ts';
import { langOf } from '../written.ts';
import { words as english, type Words } from '../words.ts';
import type { Column } from './columns.ts';
import { handOutSpeak } from './spanish.ts';
import type { UsualTimes } from './times.ts';

export interface HandOutCell {
  lines: string[];
  /** What the first line leads to on a screen. */
  href?: string;
  /** Of what the group wrote, where it is not the language of the page. */
  lang?: string | undefined;
}

/** A meeting on paper. */
export interface HandOutRow {
  slug: string;
  cells: Record<Column, HandOutCell>;
}

/** Holds nothing that a source wants shown only after a press: paper is passed around. */
export function handOutRow(
  meeting: ListedMeeting,
  place: { index: MeetingIndex; timing: Timing; row: number; times: UsualTimes },
  words: Words = english,
): HandOutRow {
  const { language } = words;
  const lang = langOf(meeting.language, language);
  const view = rowView(place.index, place.timing, place.row, words);
  const { join, dial, notes } = waysIn(withoutWayIn(meeting), language);
  const said = (...lines: (string | null)[]): HandOutCell => ({
    lines: lines.filter((line) => line !== null),
  });
  const written = (...lines: (string | null)[]): HandOutCell => ({ ...said(...lines), lang });
  const dialled = dial && [dial.number, dial.codes].filter(Boolean).join(panelSpeak(language)(', then '));
  return {
    slug: meeting.slug,
    cells: {
      time: said(...place.times.lines, view.notice),
      name: { lines: [meeting.name], href: `/meetings/${meeting.slug}/`, lang },
      how: said(view.how),
      // an address stands as it is on the envelope, whatever is spoken there
      address: {
        ...said(meeting.mode === 'online' ? null : meeting.address),
        lang: language === 'es' ? 'en' : undefined,
      },
      fellowship: said(
        words.fellowship(fellowshipName(meeting.fellowship)),
        meeting.alumniOnly ? words.alumniOnly : null,
      ),
      kinds: said(
        [...meeting.types.map((type) => words.kind(kindName(type))), ...meeting.otherTypes].join(', ') ||
          null,
      ),
      join: join
        ? { lines: [join.href.replace(/^https?:\/\//, '')], href: join.href, lang }
        : said(hasHiddenWayIn(meeting) ? handOutSpeak(language)('Ask for the link') : null),
      phone: dial ? { lines: [dialled ?? ''], href: dial.href } : said(null),
      notes: written(meeting.notes, notes),
      confirmed: said(view.confirmed),
    },
  };
}
