import { Temporal } from 'temporal-polyfill';
import { instant } from '#platform/clock.ts';
import type { Report } from './moderation.ts';
import { reasons } from './words.ts';

/** Reports as staff read about them. */

export function reportTitle({ kind, name, meeting }: Report): string {
  const called = `“${meeting?.name ?? name ?? ''}”`;
  if (kind === 'new') return `${called}: suggested for the list`;
  return kind === 'closed' ? `${called}: is it closed?` : `${called}: something is wrong`;
}

/** What it says in one line. */
export function reportGist({ reason, proposed, message }: Report): string {
  const count = Object.keys(proposed).length;
  const parts = [
    reason && reasons[reason],
    count > 0 && `${count} ${count === 1 ? 'value' : 'values'} proposed`,
    message && (message.length > 80 ? `${message.slice(0, 79)}…` : message),
  ];
  return parts.filter(Boolean).join('. ') || 'It says no more than this';
}

/** `today`, `yesterday`, `Tuesday`, then `November 3`. */
export function sinceWords(moment: string, timeZone: string, now: Temporal.Instant): string {
  const then = instant(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = then.until(now.toZonedDateTimeISO(timeZone).toPlainDate()).total('days');
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 7) return then.toLocaleString('en-US', { weekday: 'long' });
  return then.toLocaleString('en-US', { month: 'long', day: 'numeric' });
}

/** “3 reports are waiting, the longest since Tuesday” */
export function waitingWords(
  count: number,
  oldest: string | undefined,
  timeZone: string,
  now: Temporal.Instant,
) {
  if (count === 0 || oldest === undefined) return 'No report is waiting';
  const since = sinceWords(oldest, timeZone, now);
  if (count === 1) return `1 report is waiting, since ${since}`;
  return `${count} reports are waiting, ${since === 'today' ? 'all of today' : `the longest since ${since}`}`;
}
