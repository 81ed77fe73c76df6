import { safeTable } from '#platform/safe-table.ts';
import { pageWords } from './page-words.ts';
import type { RecordLine } from './record.ts';
import type { About } from './subjects.ts';
import type { Sentence } from './words.ts';

/** Things by their ids: a table that goes elsewhere says no more than it has to, and names change. */
const byId = ({ subject, subject_id, detail }: RecordLine): About | null => {
  const label = subject === 'guest' ? detail : subject_id;
  return label === null ? null : { label, href: null };
};

/** The record as a spreadsheet: a sentence for people, and codes for who counts. No cell can become a formula. */
export const recordTable = (
  lines: RecordLine[],
  sentence: (line: RecordLine, about: About | null) => Sentence,
): string =>
  safeTable([
    ['When (UTC)', 'Who', 'What', 'On the page', 'Kind', 'Action', 'Detail', 'Id', 'Line'],
    ...lines.map((line) => {
      const { did, about, more } = sentence(line, byId(line));
      return [
        line.at,
        line.staff_name ?? 'The site or the person',
        [did, about.label, more && `(${more})`].filter(Boolean).join(' '),
        pageWords(line.page) ?? line.page ?? '',
        line.subject,
        line.action,
        line.detail ?? '',
        line.subject_id ?? '',
        String(line.id),
      ];
    }),
  ]);
