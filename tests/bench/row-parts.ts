import type { Random } from './random.ts';
import { placeName } from './row-places.ts';
import { nameEndings, names, partsOfDay, types, weekdays } from './row-words.ts';

/** What a row says, one field at a time. */

export function nameOf(city: string, day: number, random: Random): string {
  const core = names[random.early(names.length, 1.5)] ?? '';
  const ending = random.weighted(nameEndings);
  const time = `${weekdays[day] ?? ''} ${random.pick(partsOfDay)}`;
  return random
    .weighted([
      [`${core} ${ending}`, 22],
      [`${time} ${ending || core}`, 10],
      [`${weekdays[day] ?? ''} ${core} ${ending}`, 8],
      [`${city} ${core} ${ending}`, 8],
      [`${city} ${time}`, 5],
      [`${placeName(random)} ${ending || core}`, 25],
      [`${core} ${random.pick(['at', 'in', 'of', 'on'])} ${placeName(random)}`, 14],
      [`${core} ${random.pick(['and', 'for', 'to', '-'])} ${random.pick(names)} ${ending}`, 8],
      [`${core} ${random.whole(1, 400)}`, 5],
    ] as const)
    .trim();
}

/** As the field's plugin makes them: from the name, and a number when that is taken. */
export function slugFor(name: string, taken: Map<string, number>): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/[ -]+/g, '-');
  const times = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, times);
  return times === 1 ? slug : `${slug}-${times}`;
}

export function typesOf(mode: string, random: Random): string[] {
  const count = random.weighted([
    [0, 5],
    [1, 30],
    [2, 35],
    [3, 20],
    [4, 8],
    [5, 2],
  ] as const);
  const chosen = Array.from({ length: count }, () => random.weighted(types));
  if (mode === 'online') chosen.push('ONL');
  if (mode === 'inactive') chosen.push('TC');
  return [...new Set(chosen)];
}

export const joinUrl = (random: Random): string =>
  random.weighted([
    [`https://zoom.us/j/${random.digits(11)}`, 45],
    [`https://us02web.zoom.us/j/${random.digits(11)}?pwd=${random.letters(24)}`, 45],
    [`https://meet.google.com/abc-${random.digits(4)}-xyz`, 6],
    [`https://teams.microsoft.com/l/meetup-join/${random.digits(12)}`, 4],
  ] as const);

export function later(time: string, minutes: number): string {
  const total = (Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
