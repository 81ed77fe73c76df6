import { CsvError, parse } from 'csv-parse/sync';
import type { FeedFormat } from '../schema.ts';

/** Why a feed as a whole cannot be read. */
export const troubles = {
  empty: 'The feed is empty.',
  challenge:
    'The server answered with a check for robots (as Cloudflare does), not with the feed. Ask its keepers to let this site through.',
  html: 'The server answered with a web page, not with the feed. Check the address.',
  truncated: 'The feed breaks off in the middle: its end is missing. Try again.',
  'not-json': 'The feed is not valid JSON.',
} as const;

export interface ReadError {
  code: keyof typeof troubles | 'not-csv';
  message: string;
}
export type ReadOutcome = { data: unknown; error: null } | { data: null; error: ReadError };

const failed = (code: keyof typeof troubles): ReadOutcome => ({
  data: null,
  error: { code, message: troubles[code] },
});

/** Whether a page is there to tell people from programs. */
export const isChallenge = (page: string): boolean =>
  /^\s*</.test(page) && /cloudflare|cf-chl|just a moment|challenge-platform|captcha/i.test(page);

/** Parses the text of a feed as a whole. What is wrong with it is said in a plain sentence. */
export function readFeed(text: string, format: FeedFormat): ReadOutcome {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return failed('empty');
  if (body.startsWith('<')) return failed(isChallenge(body) ? 'challenge' : 'html');
  return format === 'csv' ? readCsv(body) : readJson(body);
}

function readJson(body: string): ReadOutcome {
  try {
    return { data: JSON.parse(body) as unknown, error: null };
  } catch {
    const whole = /^\[[\s\S]*\]$|^\{[\s\S]*\}$/.test(body);
    return failed(/^[[{]/.test(body) && !whole ? 'truncated' : 'not-json');
  }
}

function readCsv(body: string): ReadOutcome {
  const [firstLine = ''] = body.split('\n', 1);
  const count = (mark: string) => firstLine.split(mark).length;
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  try {
    const records = parse<Record<string, string>>(body, {
      columns: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return { data: records.map((record) => ownRecord(record) ?? numbered(record)), error: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `The file is not readable as CSV: ${error.message.replace(/\.?$/, '.')}`;
    return { data: null, error: { code: 'not-csv', message } };
  }
}

/** A table cannot tell a number from text: a day written as a figure is one. */
function numbered(record: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([header, value]) => {
      const figure = /^(?:day|weekday)$/i.test(header.trim()) && /^[0-7]$/.test(value.trim());
      return [header, figure ? Number(value) : value];
    }),
  );
}

/**
 * A row of a table of this software, as its feed has it: blank is nothing, figures are figures, and the mark that
 * keeps a spreadsheet from calculating goes. Null for a row of any other table.
 */
function ownRecord(record: Record<string, string>): Record<string, unknown> | null {
  if (!record['onward']?.startsWith('{')) return null;
  try {
    const onward = JSON.parse(record['onward']) as unknown;
    const said = Object.entries(record).flatMap(([header, cell]): [string, unknown][] => {
      const text = cell.replace(
        /^'(?=[\s\u200b-\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u,
        '',
      );
      if (text === '' || header === 'onward') return [];
      return [[header, /^(?:day|latitude|longitude)$/.test(header) ? Number(text) : text]];
    });
    return Object.fromEntries([...said, ['onward', onward]]);
  } catch {
    return null;
  }
}
