import { quoted, type Ledger } from './ledger.ts';

export const dayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const dayWords: readonly RegExp[] = [
  /^su(n(day)?)?s?$|^dom(ingo)?s?$/,
  /^mo(n(day)?)?s?$|^lun(es)?$/,
  /^tu(e(s(day)?)?)?s?$|^mar(tes)?$/,
  /^we(d(nesday)?)?s?$|^mie(rcoles)?$/,
  /^th(u(r(s(day)?)?)?)?s?$|^jue(ves)?$/,
  /^fr(i(day)?)?s?$|^vie(rnes)?$/,
  /^sa(t(urday)?)?s?$|^sab(ado)?s?$/,
];

function dayOf(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 0 && raw <= 7 ? raw % 7 : null;
  if (typeof raw !== 'string') return null;
  const word = raw
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '');
  if (/^[0-7]$/.test(word)) return Number(word) % 7;
  const found = dayWords.findIndex((pattern) => pattern.test(word));
  return found < 0 ? null : found;
}

/**
 * The days a row is listed for, 0 = Sunday; none means by appointment. Takes what feeds carry: numbers,
 * lists of them, numbers as text, ISO's 7 for Sunday, names in English or Spanish, "Mon, Wed".
 */
export function readDays(raw: unknown, ledger: Ledger): number[] {
  const items = Array.isArray(raw)
    ? (raw as unknown[])
    : typeof raw === 'string'
      ? raw.split(/[,;/&]|\band\b/)
      : [raw];
  const days: number[] = [];
  for (const item of items) {
    if (item === null || item === undefined || (typeof item === 'string' && item.trim() === '')) continue;
    const day = dayOf(item);
    if (day === null) {
      ledger.repaired(`day ${quoted(item)} is not a day of the week, left out`);
      continue;
    }
    if (item !== day) ledger.repaired(`day ${quoted(item)} read as ${dayNames[day] ?? ''}`);
    if (!days.includes(day)) days.push(day);
  }
  return days;
}

const clock = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?\s*m?\.?)?$/i;

/** Reads one time of day as `HH:MM`, or null when it says none ("TBD"). Hours alone need am or pm. */
export function timeOf(raw: unknown): string | null {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 100 ? timeOf(String(raw)) : null;
  if (typeof raw !== 'string') return null;
  const text = raw.trim().toLowerCase();
  if (text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  const [, hourText = '', minuteText, half] = clock.exec(text.replace(/^(\d{1,2})(\d{2})$/, '$1:$2')) ?? [];
  if (hourText === '' || (minuteText === undefined && half === undefined)) return null;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (half !== undefined && (hour < 1 || hour > 12)) {
    // "19:00 PM" says the same thing twice; "0:30 PM" and "19:00 AM" contradict themselves.
    if (half !== 'p' || hour < 13) return null;
  } else if (half !== undefined) {
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A time of the row, with a repair noted when it was not written `HH:MM`. */
export function readTime(raw: unknown, field: string, ledger: Ledger): string | null {
  if (raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '')) return null;
  const time = timeOf(raw);
  if (time === null) ledger.repaired(`${field} ${quoted(raw)} is not a time of day, left out`);
  else if (raw !== time) ledger.repaired(`${field} ${quoted(raw)} read as ${time}`);
  return time;
}

/** Start and length, both `HH:MM[:SS]`, as an end time; null when the length says nothing. */
export function endAfter(start: unknown, duration: unknown): string | null {
  const from = timeOf(start);
  const lasts = timeOf(duration);
  if (from === null || lasts === null || lasts === '00:00') return null;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const end = (minutes(from) + minutes(lasts)) % 1440;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
