import { importedMeetingSchema, type FeedFormat, type ImportedMeeting } from '../schema.ts';
import { KeyBook, rowKey } from './keys.ts';
import { Ledger, quoted, type RowReport } from './ledger.ts';
import { readRow, type FeedContext } from './read-row.ts';
import { rowsOf, type CandidateRow } from './rows-of.ts';
import { Twins } from './twins.ts';

export interface ImportContext extends FeedContext {
  format: FeedFormat;
  /** Slug of the source; meetings' own slugs begin with it. */
  source: string;
}

export interface FeedImport {
  meetings: ImportedMeeting[];
  rows: RowReport[];
}

export type ImportOutcome =
  { data: FeedImport; error: null } | { data: null; error: { code: 'no-list'; message: string } };

/**
 * Reads a parsed feed row by row. Never throws, whatever the JSON: each row is kept, repaired or dropped
 * by itself and the report has exactly one entry for each. Only a feed without any list is an error.
 * The same feed always gives the same meetings under the same keys.
 */
export function importFeed(feed: unknown, context: ImportContext): ImportOutcome {
  const candidates = rowsOf(feed, context.format);
  if (candidates === null) {
    const message = 'There is no list of meetings in it: expected an array, or an object with "meetings".';
    return { data: null, error: { code: 'no-list', message } };
  }
  const book = new KeyBook(context.source);
  const twins = new Twins();
  const meetings: ImportedMeeting[] = [];
  const rows = candidates.map((candidate, index) => {
    const ledger = new Ledger();
    const { name, kept } = importRow(candidate, context, book, twins, index + 1, ledger);
    meetings.push(...(typeof kept === 'string' ? [] : kept));
    return report(index + 1, name, kept, ledger);
  });
  return { data: { meetings, rows }, error: null };
}

function importRow(
  { row, raw }: CandidateRow,
  context: ImportContext,
  book: KeyBook,
  twins: Twins,
  number: number,
  ledger: Ledger,
): { name: string; kept: ImportedMeeting[] | string } {
  if (row === null) return { name: quoted(raw), kept: 'it is not a record with fields' };
  const drafts = readRow(row, context, ledger);
  if (typeof drafts === 'string') return { name: '(no name)', kept: drafts };
  const name = drafts[0]?.name ?? '(no name)';
  const key = rowKey(row.fields['slug'], drafts, ledger);
  const twin = twins.earlier(key, drafts, number);
  if (twin !== null) return { name, kept: `it is the same as row ${twin}` };
  const valid = book.name(key, drafts, ledger).filter((meeting) => {
    const { success, error } = importedMeetingSchema.safeParse(meeting);
    const field = error?.issues[0]?.path.join('.') ?? '';
    if (!success) ledger.repaired(`one meeting left out: ${field} is not usable`);
    return success;
  });
  return { name, kept: valid.length > 0 ? valid : 'nothing in it can be listed' };
}

function report(row: number, name: string, kept: ImportedMeeting[] | string, ledger: Ledger): RowReport {
  const { changes, remarks } = ledger;
  if (typeof kept === 'string') {
    return {
      row,
      name,
      outcome: 'dropped',
      changes: [kept],
      remarks: [...changes, ...remarks],
      meetings: [],
    };
  }
  const outcome = changes.length > 0 ? 'repaired' : 'kept';
  return { row, name, outcome, changes, remarks, meetings: kept.map((meeting) => meeting.slug) };
}
