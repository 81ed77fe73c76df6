import { instant } from '#platform/clock.ts';
import { disclosureNotice } from '#platform/part-2-notice.ts';
import { safeTable } from '#platform/safe-table.ts';
import { purposeInWords, type CopyRequest } from './copy-form.ts';
import { kindWords, placeWords, standingWords, startsWords } from './queue-words.ts';
import type { OpenedRecord } from './record.ts';
import { contactWords, safeWords, timesWords } from './safe-words.ts';
import { unsealedWords } from './unsealed.ts';

/** One line of a copy: what it is, and what it says. */
export type CopyLine = [label: string, text: string];

/** With its year: paper is kept. */
const moment = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(
    instant(at).epochMilliseconds,
  );

/** What a copy holds of a request: what it is for, then the record, as little as was asked for. Pure. */
export function copyLines(record: OpenedRecord, { notes }: CopyRequest, timeZone: string): CopyLine[] {
  const { words, reply } = record;
  const opened = words && 'value' in words ? words.value : null;
  const lines: [string, string | null | undefined | false][] = [
    ['Reference', record.reference],
    ['Asked for', kindWords(record.kind)],
    ['Asked', moment(record.asked_at, timeZone)],
    ['Where it stands', standingWords(record)],
    ['Program', record.program],
    ['Group', record.startsOn && `${record.cohort}, ${startsWords(record.startsOn)}`],
    ['Place', placeWords(record.place, record.position)],
    ['Their words', words && !opened && 'value' in words === false && unsealedWords(words)],
    ['Name to use', opened?.nameToUse],
    ['To be reached', opened && `${opened.contact.channel}: ${contactWords(opened.contact)}`],
    ['What is safe', opened && safeWords(opened.contact).join(' ')],
    ['Best times', timesWords(opened?.bestTimes)],
    ['Language', record.language === 'es' ? 'Spanish' : 'English'],
    ['What they wrote', opened?.note],
    ['What would help them', opened?.accessNeeds],
    ['What we wrote to them', reply && ('value' in reply ? reply.value : unsealedWords(reply))],
    ...(notes
      ? record.notes.map(({ at, by, text }): CopyLine => [
          `Note, ${by ?? 'somebody who left'}, ${moment(at, timeZone)}`,
          'value' in text ? text.value : unsealedWords(text),
        ])
      : []),
  ];
  return lines.filter((line): line is CopyLine => !!line[1]);
}

/** Who took the copy, when and what for, as it stands above every copy. */
export const copyScope = (
  { purpose, scope }: CopyRequest,
  taken: { by: string; at: string },
  timeZone: string,
): CopyLine[] => [
  ['What this copy is for', scope],
  ['Why it was taken', purposeInWords(purpose)],
  ['Taken', `${taken.by}, ${moment(taken.at, timeZone)}`],
];

/** The copy as a table for a spreadsheet: the notice of 42 CFR 2.32 first, then the scope, then the record. */
export const copyTable = (scope: CopyLine[], lines: CopyLine[]): string =>
  safeTable([['Notice', disclosureNotice], ...scope, ...lines]);
