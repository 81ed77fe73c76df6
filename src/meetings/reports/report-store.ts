import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import type { RateLimit, Refusal } from '#platform/guard.ts';
import { keyedHash } from '#platform/tokens.ts';
import type { ReportRequest } from './schema.ts';
import type { errorsSpanish } from './spanish.ts';

/** Taking what visitors report. Every call throws DatabaseUnavailable when the database does not answer. */

/** Wide, because whole houses and phone networks share an address. */
export const reportLimit: RateLimit = { name: 'meeting-report', max: 60, windowSeconds: 600 };

const outcome = z.object({ outcome: z.enum(['created', 'repeat', 'unknown-meeting', 'full']) });

/** Why a well-formed report is not taken. */
const refusals = {
  'unknown-meeting': { status: 404, title: 'We do not list this meeting' },
  full: {
    status: 503,
    title: 'More reports are waiting than we can read just now. Please try again tomorrow, or call us',
    headers: { 'Retry-After': '86400' },
  },
} as const satisfies Record<'unknown-meeting' | 'full', Refusal>;
type NotTaken = Refusal & { title: keyof typeof errorsSpanish };

/**
 * Keeps a report until staff settle it. The same submission is one report: it has the same key, or every
 * word of it is the same within ten minutes (a form sent twice).
 */
export async function createReport(
  { idempotencyKey, kind, slug, reason, name, message, contact, proposed }: ReportRequest,
  clock: Clock = systemClock,
): Promise<{ refused: NotTaken | null }> {
  const report = { kind, slug, reason, name, message, contact, proposed };
  const tenMinutes = Math.floor(clock().epochMilliseconds / 600_000);
  const submission_key = keyedHash('report', idempotencyKey ?? `${tenMinutes}:${JSON.stringify(report)}`);
  const answer = await serviceDatabase().rpc('create_meeting_report', {
    p_report: { ...report, submission_key },
  });
  const done = outcome.parse(rows(answer)).outcome;
  return { refused: done === 'created' || done === 'repeat' ? null : refusals[done] };
}

/** Forgets what was settled `handledDays` ago, and what nobody settled in `openDays`. Returns how many. */
export async function purgeReports(handledDays: number, openDays: number): Promise<number> {
  const answer = await serviceDatabase().rpc('purge_meeting_reports', {
    p_handled_days: handledDays,
    p_open_days: openDays,
  });
  return rows(answer);
}
