import type { MeetingIndex } from '../finder/meeting-index.ts';
import { rowView } from '../finder/row-view.ts';
import type { Timing } from '../finder/timing.ts';
import { fellowshipName } from '../fellowships.ts';
import { kindName } from '../kinds.ts';
import type { ListedMeeting } from '../schema.ts';
import { hasHiddenWayIn, waysIn, withoutWayIn } from '../ways-in.ts';
import { words } from '../words.ts';
import type { Column } from './columns.ts';
import type { UsualTimes } from './times.ts';

export interface HandOutCell {
  lines: string[];
  /** What the first line leads to on a screen. */
  href?: string;
}

/** A meeting on paper. */
export interface HandOutRow {
  slug: string;
  cells: Record<Column, HandOutCell>;
}

const askForIt = 'Ask for the link';

/** Holds nothing that a source wants shown only after a press: paper is passed around. */
export function handOutRow(
  meeting: ListedMeeting,
  place: { index: MeetingIndex; timing: Timing; row: number; times: UsualTimes },
): HandOutRow {
  const view = rowView(place.index, place.timing, place.row);
  const { join, dial, notes } = waysIn(withoutWayIn(meeting));
  const said = (...lines: (string | null)[]): HandOutCell => ({
    lines: lines.filter((line) => line !== null),
  });
  const dialled = dial && [dial.number, dial.codes].filter(Boolean).join(', then ');
  return {
    slug: meeting.slug,
    cells: {
      time: said(...place.times.lines, view.notice),
      name: { lines: [meeting.name], href: `/meetings/${meeting.slug}/` },
      how: said(view.how),
      address: said(meeting.mode === 'online' ? null : meeting.address),
      fellowship: said(fellowshipName(meeting.fellowship), meeting.alumniOnly ? words.alumniOnly : null),
      kinds: said([...meeting.types.map(kindName), ...meeting.otherTypes].join(', ') || null),
      join: join
        ? { lines: [join.href.replace(/^https?:\/\//, '')], href: join.href }
        : said(hasHiddenWayIn(meeting) ? askForIt : null),
      phone: dial ? { lines: [dialled ?? ''], href: dial.href } : said(null),
      notes: said(meeting.notes, notes),
      confirmed: said(view.confirmed),
    },
  };
}
