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

const several = new Map([
  ['daily', [0, 1, 2, 3, 4, 5, 6]],
  ['every day', [0, 1, 2, 3, 4, 5, 6]],
  ['everyday', [0, 1, 2, 3, 4, 5, 6]],
  ['diario', [0, 1, 2, 3, 4, 5, 6]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekends', [0, 6]],
]);

function dayOfWord(word: string): number | null {
  const found = dayWords.findIndex((pattern) => pattern.test(word));
  return found < 0 ? null : found;
}

/** The days one item names; none when it names no day. */
function daysOf(raw: unknown): number[] {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 0 && raw <= 7 ? [raw % 7] : [];
  if (typeof raw !== 'string' || raw.length > 60) return [];
  const word = raw
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '');
  if (/^[0-7]$/.test(word)) return [Number(word) % 7];
  const range = /^([a-z]+) ?(?:-|–|—|to|thru|through) ?([a-z]+)$/.exec(word);
  if (range === null) return several.get(word) ?? [dayOfWord(word)].filter((day) => day !== null);
  const [first, last] = [dayOfWord(range[1] ?? ''), dayOfWord(range[2] ?? '')];
  if (first === null || last === null) return [];
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
}

/**
 * The days a row is listed for, 0 = Sunday; none means by appointment. Takes what feeds carry: numbers,
 * lists of them, numbers as text, ISO's 7 for Sunday, names in English or Spanish, "Mon, Wed",
 * "Mon–Fri", "daily".
 */
export function readDays(raw: unknown, ledger: Ledger): number[] {
  const items = Array.isArray(raw)
    ? (raw as unknown[])
    : typeof raw === 'string'
      ? raw.split(/[,;/&]|\band\b/, 20)
      : [raw];
  const days = new Set<number>();
  for (const item of items) {
    if (item === null || item === undefined || (typeof item === 'string' && item.trim() === '')) continue;
    const read = daysOf(item);
    if (read.length === 0) ledger.repaired(`day ${quoted(item)} is not a day of the week, left out`);
    else if (item !== read[0]) ledger.repaired(`day ${quoted(item)} read as ${namesOf(read)}`);
    for (const day of read) days.add(day);
  }
  return [...days];
}

const namesOf = (days: number[]): string => days.map((day) => dayNames[day]).join(', ');
