import type { APIRoute } from 'astro';
import { systemClock } from '#platform/clock.ts';
import { csvAnswer } from '#platform/csv-answer.ts';
import { site } from '#platform/site.ts';
import { signedIn } from '#staff/member.ts';
import { recordTable } from '#staff/record/csv.ts';
import { readFilter } from '#staff/record/record-filter.ts';
import { takeRecord } from '#staff/record/record.ts';
import { sentenceOf } from '#staff/record/words.ts';
import { actionWords } from '#step-down/intake/log-words.ts';

export const prerender = false;

/** The record as a spreadsheet, of what the address asks for. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { timeZone } = site();
  const lines = await takeRecord(signedIn(locals).database, readFilter(url.searchParams), timeZone);
  const table = recordTable(lines, (line, about) => sentenceOf(line, about, actionWords));
  const day = systemClock().toZonedDateTimeISO(timeZone).toPlainDate();
  return csvAnswer(table, `record-${day}`);
};
