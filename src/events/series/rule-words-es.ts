import type { Rhythm, Weekday } from './rule-words.ts';

/** The same as rule-words.ts in Spanish: “Todos los martes”, “El primer y el tercer viernes de cada mes”. */
export function rhythmInSpanish({ often, every, days, monthDays }: Rhythm): string | null {
  if (often === 'DAILY' && !days && !monthDays)
    return every === 1 ? 'Todos los días' : `Cada ${number(every)} días`;
  if (often === 'WEEKLY' && days && !monthDays) return weekly(every, days);
  if (often === 'MONTHLY' && days && !monthDays) return monthly(every, days);
  if (often === 'MONTHLY' && monthDays && !days) return onDays(every, monthDays);
  return null;
}

const list = new Intl.ListFormat('es-US');
const number = (count: number) => (count === 2 ? 'dos' : count === 3 ? 'tres' : String(count));
const months = (every: number) => (every === 1 ? 'de cada mes' : `cada ${number(every)} meses`);

const names: Partial<Record<string, string>> = {
  ...{ Sunday: 'domingo', Monday: 'lunes', Tuesday: 'martes', Wednesday: 'miércoles' },
  ...{ Thursday: 'jueves', Friday: 'viernes', Saturday: 'sábado' },
};
/** Days that end in s stay as they are. */
const several = (name: string) => (name.endsWith('s') ? name : `${name}s`);

const ordinals = new Map([
  [1, 'primer'],
  [2, 'segundo'],
  [3, 'tercer'],
  [4, 'cuarto'],
  [5, 'quinto'],
  [-1, 'último'],
]);

function weekly(every: number, days: Weekday[]): string | null {
  const named = days.flatMap(({ week, name }) => (week === null && names[name]) || []);
  if (named.length < days.length) return null;
  if (every === 1 && days.length === 7) return 'Todos los días';
  const on = list.format(named.map(several));
  return every === 1 ? `Todos los ${on}` : `Cada ${number(every)} semanas, los ${on}`;
}

function monthly(every: number, days: Weekday[]): string | null {
  const name = names[days[0]?.name ?? ''];
  const weeks = days
    .map(({ week }) => week ?? 0)
    .toSorted((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b))
    .flatMap((week) => ordinals.get(week) ?? []);
  if (!name || weeks.length < days.length || days.some((day) => day.name !== days[0]?.name)) return null;
  return `El ${list.format(weeks.map((week, index) => (index === 0 ? week : `el ${week}`)))} ${name} ${months(every)}`;
}

function onDays(every: number, days: number[]): string | null {
  if (days.some((day) => day !== -1 && !(Number.isInteger(day) && day >= 1 && day <= 31))) return null;
  const [only] = days;
  if (days.length === 1) return `${only === -1 ? 'El último día' : `El día ${only}`} ${months(every)}`;
  const named = days.map((day) => (day === -1 ? 'el último' : String(day)));
  return `Los días ${list.format(named)} ${months(every)}`;
}
