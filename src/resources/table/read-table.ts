import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { draft, draftLink, draftService, type Draft } from '../draft.ts';
import { audiences, languages, longest, resourceKinds, topics } from '../schema.ts';

/** A table of resources, read row by row into drafts: each is kept, repaired or dropped by itself. */

export interface TableRow {
  /** Counts from 1, without the headings. */
  row: number;
  title: string;
  outcome: 'kept' | 'repaired' | 'dropped';
  /** What was repaired, or why it was dropped. */
  said: string[];
  draft: Draft | null;
}

/** As many rows as are read at once, and characters of the whole file. */
export const mostRows = 200;
export const longestTable = 400_000;

export type ReadTable = { rows: TableRow[]; error: null } | { rows: null; error: string };

export function readTable(text: string): ReadTable {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return { rows: null, error: 'The file is empty' };
  if (body.length > longestTable)
    return { rows: null, error: 'The file is too long: bring it in parts of 400 kB' };
  let records: Record<string, string>[];
  try {
    records = parse<Record<string, string>>(body, {
      columns: (headings: string[]) =>
        headings.map((heading) => heading.trim().toLowerCase().replaceAll(' ', '_')),
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return { rows: null, error: 'The file is not readable as CSV' };
    throw error;
  }
  if (!records.some((record) => 'title' in record))
    return { rows: null, error: 'There is no column “title”: the first line names the columns' };
  if (records.length > mostRows)
    return { rows: null, error: `Bring ${mostRows} rows at a time, not ${records.length}` };
  const seen = new Set<string>();
  return { rows: records.map((record, index) => readRow(record, index + 1, seen)), error: null };
}

function readRow(record: Record<string, string>, row: number, seen: Set<string>): TableRow {
  const repairs: string[] = [];
  // the apostrophe that keeps a spreadsheet from calculating
  const cell = (name: string) =>
    (record[name] ?? '')
      .replace(/^'(?=[\s]*[=+\-@|%])/, '')
      .replaceAll('\0', '')
      .toWellFormed()
      .trim();
  const title = short('title', longest.title);
  const body = short('body', longest.body);
  const dropped = (why: string): TableRow => ({
    row,
    title: title || '(no title)',
    outcome: 'dropped',
    said: [why],
    draft: null,
  });
  if (title === '' && body === '') return dropped('it has neither a title nor a text');
  const twin = `${title}\n${body}`;
  if (seen.has(twin)) return dropped('it is the same as a row before it');
  seen.add(twin);
  const asked = cell('topics')
    .split(/[,;|]/)
    .map((topic) => topic.trim().toLowerCase())
    .filter(Boolean);
  const known = topics.filter((topic) => asked.includes(topic)).slice(0, 3);
  if (known.length < new Set(asked).size)
    repairs.push(`topics ${asked.join(', ')} read as ${known.join(', ') || 'none'}`);
  const reviewBy = z.iso.date().safeParse(cell('review_by')).data ?? null;
  if (cell('review_by') !== '' && reviewBy === null)
    repairs.push('the day to look through again is no date, left out');
  const words = draft.parse({
    ...{ title, body, summary: short('summary', longest.summary), topics: known, reviewBy },
    kind: one('kind', resourceKinds, 'guide'),
    audience: one('audience', audiences, 'everyone'),
    language: one('language', languages, 'en'),
    links: listed('links', draftLink, 20),
    services: listed('services', draftService, 60),
  });
  return {
    row,
    title: title || '(no title)',
    outcome: repairs.length > 0 ? 'repaired' : 'kept',
    said: repairs,
    draft: words,
  };

  function short(name: string, limit: number): string {
    const text = cell(name);
    if (text.length <= limit) return text;
    repairs.push(`${name} cut to ${limit} characters`);
    return text
      .slice(0, limit)
      .toWellFormed()
      .replace(/\uFFFD$/, '');
  }
  function one<Value extends string>(name: string, values: readonly Value[], usual: Value): Value {
    const said = cell(name).toLowerCase();
    const found = values.find((value) => value === said);
    if (found === undefined && said !== '') repairs.push(`${name} “${said.slice(0, 40)}” read as ${usual}`);
    return found ?? usual;
  }
  function listed<Item>(name: string, item: z.ZodType<Item>, most: number): Item[] {
    const text = cell(name);
    if (text === '') return [];
    try {
      return z.array(item).max(most).parse(JSON.parse(text));
    } catch {
      repairs.push(`${name} cannot be read, left out`);
      return [];
    }
  }
}
