import { CsvError, parse } from 'csv-parse/sync';
import type { FeedFormat } from '../schema.ts';

export type ReadError = {
  code: 'empty' | 'challenge' | 'html' | 'truncated' | 'not-json' | 'not-csv';
  message: string;
};
export type ReadOutcome = { data: unknown; error: null } | { data: null; error: ReadError };

const failed = (code: ReadError['code'], message: string): ReadOutcome => ({
  data: null,
  error: { code, message },
});

/** Parses the text of a feed as a whole. What is wrong with it is said in a plain sentence. */
export function readFeed(text: string, format: FeedFormat): ReadOutcome {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') return failed('empty', 'The feed is empty.');
  if (body.startsWith('<')) {
    return /cloudflare|cf-chl|just a moment|challenge-platform|captcha/i.test(body)
      ? failed(
          'challenge',
          'The server answered with a check for robots (as Cloudflare does), not with the feed. Ask its keepers to let this site through.',
        )
      : failed('html', 'The server answered with a web page, not with the feed. Check the address.');
  }
  return format === 'csv' ? readCsv(body) : readJson(body);
}

function readJson(body: string): ReadOutcome {
  try {
    return { data: JSON.parse(body) as unknown, error: null };
  } catch {
    const whole = /^\[[\s\S]*\]$|^\{[\s\S]*\}$/.test(body);
    return /^[[{]/.test(body) && !whole
      ? failed('truncated', 'The feed breaks off in the middle: its end is missing. Try again.')
      : failed('not-json', 'The feed is not valid JSON.');
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
    return { data: records.map(numbered), error: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failed('not-csv', `The file is not readable as CSV: ${error.message.replace(/\.?$/, '.')}`);
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
