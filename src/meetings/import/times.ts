import { timeOf } from '#platform/time-of-day.ts';
import { minutesOf } from '../clock-words.ts';
import { quoted, type Ledger } from './ledger.ts';

/** A time of the row, with a repair noted when it was not written `HH:MM`. */
function readTime(raw: unknown, field: string, ledger: Ledger): string | null {
  if (isBlank(raw)) return null;
  const time = timeOf(raw);
  if (time === null) ledger.repaired(`${field} ${quoted(raw)} is not a time of day, left out`);
  else if (raw !== time) ledger.repaired(`${field} ${quoted(raw)} read as ${time}`);
  return time;
}

export const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');

/** "7–8:30 PM": both ends, where only one half of the day makes it last four hours or less. */
function rangeOf(raw: unknown): { start: string; end: string } | null {
  const parts =
    typeof raw === 'string' ? /^([^-–—]{1,20}?)\s*(?:-|–|—|\bto\b)\s*([^-–—]{1,20})$/.exec(raw.trim()) : null;
  const [, first = '', last = ''] = parts ?? [];
  const end = timeOf(last);
  if (end === null) return null;
  const candidates = /[ap]\.?\s*m?\.?$/i.test(first)
    ? [first]
    : /[ap]\.?\s*m?\.?$/i.test(last)
      ? [`${first} am`, `${first} pm`]
      : [first];
  const starts = candidates.map(timeOf).filter((start) => {
    const lasts = start === null ? 0 : (minutesOf(end) - minutesOf(start) + 1440) % 1440;
    return lasts > 0 && lasts <= 240;
  });
  const [start] = starts;
  return starts.length === 1 && start !== undefined && start !== null ? { start, end } : null;
}

/** Start and end of a row. A range in the start's field gives both; an end at 24:00 is midnight. */
export function readTimes(
  start: unknown,
  end: unknown,
  ledger: Ledger,
): { startTime: string | null; endTime: string | null } {
  const range = timeOf(start) === null ? rangeOf(start) : null;
  if (range !== null) ledger.repaired(`time ${quoted(start)} read as ${range.start} to ${range.end}`);
  const midnight = typeof end === 'string' && /^24:00(?::00)?$/.test(end.trim()) ? '00:00' : end;
  const startTime = range?.start ?? readTime(start, 'time', ledger);
  const endTime = readTime(midnight, 'end time', ledger) ?? range?.end ?? null;
  if (endTime === null || endTime !== startTime) return { startTime, endTime };
  ledger.repaired('the end is the start, left out');
  return { startTime, endTime: null };
}

/** Start and length, both `HH:MM[:SS]`, as an end time; null when the length says nothing. */
export function endAfter(start: unknown, duration: unknown): string | null {
  const from = timeOf(start);
  const lasts = timeOf(duration);
  if (from === null || lasts === null || lasts === '00:00') return null;
  const end = (minutesOf(from) + minutesOf(lasts)) % 1440;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
