import { distance as typos } from 'fastest-levenshtein';
import type { Position } from './distance.ts';
import { placeFold, wordFold } from './place-fold.ts';
import type { PlaceTable, Town } from './place-table.ts';
import { typedCode } from './postal-code.ts';
import { regionCode } from './regions.ts';

/** A place somebody may mean. */
export interface Place extends Position {
  /** `80202, Denver, CO` or `Denver, CO`. */
  label: string;
}

const mostPlaces = 6;
const ranks = { exact: 0, beginning: 1, within: 2, misspelt: 3 };

const townLabel = ({ name, region }: Town): string => (region === '' ? name : `${name}, ${region}`);

const foldedNames = new WeakMap<PlaceTable, string[]>();

function namesOf(table: PlaceTable): string[] {
  const names = foldedNames.get(table) ?? table.towns.map(({ name }) => placeFold(name));
  foldedNames.set(table, names);
  return names;
}

/**
 * Places that a typed ZIP or town name may mean, the best first, at most six. A town may be
 * typed in part, without accents, with a state behind it, and with a slip of the finger.
 */
export function findPlaces(typed: string, table: PlaceTable): Place[] {
  const code = typedCode(typed);
  const byCode = code === null ? [] : placesWithCode(code, table);
  return byCode.length > 0 ? byCode : townsNamed(typed, table);
}

function placesWithCode(code: string, table: PlaceTable): Place[] {
  const found: Place[] = [];
  for (let row = 0; row < table.codes.length && found.length < mostPlaces; row += 1) {
    const own = table.codes[row] ?? '';
    const town = table.towns[table.townOf[row] ?? -1];
    if (!own.startsWith(code) || own === '' || town === undefined) continue;
    found.push({
      label: `${own}, ${townLabel(town)}`,
      latitude: table.latitudes[row] ?? 0,
      longitude: table.longitudes[row] ?? 0,
    });
  }
  return found;
}

/** A typed name, and the region behind it where there is one. */
interface Reading {
  name: string;
  region: string | null;
  /** Better or worse than the rank of its name alone. */
  weight: number;
}

function readings(typed: string): Reading[] {
  const whole = placeFold(typed);
  const comma = typed.lastIndexOf(',');
  const words = wordFold(typed);
  // unfolded, because MT behind a name is Montana and no mountain
  const [head, tail] =
    comma < 0
      ? [words.replace(/ [^ ]+$/, ''), / ([^ ]+)$/.exec(words)?.[1] ?? '']
      : [typed.slice(0, comma), wordFold(typed.slice(comma + 1))];
  const region = regionCode(tail);
  // “Springfield, MO” says which one; “Port Washington” is first of all a name
  const parted = { name: placeFold(head), region, weight: region === null ? 0.5 : comma < 0 ? 0.25 : -0.5 };
  return [{ name: whole, region: null, weight: 0 }, parted].filter(
    (reading, index) => reading.name !== '' && (index === 0 || comma >= 0 || region !== null),
  );
}

type Rank = (typed: string, name: string) => number | null;

const rankAsTyped: Rank = (typed, name) => {
  if (name === typed) return ranks.exact;
  if (name.startsWith(typed)) return ranks.beginning;
  return typed.length >= 3 && name.includes(` ${typed}`) ? ranks.within : null;
};

const rankMisspelt: Rank = (typed, name) => {
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(name.length - typed.length) > allowed) return null;
  return typos(typed, name) <= allowed ? ranks.misspelt : null;
};

function townsNamed(typed: string, table: PlaceTable): Place[] {
  const found = ranked(typed, table, rankAsTyped);
  const known = new Set(found.map(({ town }) => town));
  // a look for slips goes over every name once more, so only where it can still show something
  const misspelt = found.length < mostPlaces ? ranked(typed, table, rankMisspelt) : [];
  return [...found, ...misspelt.filter(({ town }) => !known.has(town))]
    .sort((a, b) => a.rank - b.rank || b.town.codes - a.town.codes || (a.town.name < b.town.name ? -1 : 1))
    .slice(0, mostPlaces)
    .map(({ town }) => ({ label: townLabel(town), latitude: town.latitude, longitude: town.longitude }));
}

function ranked(typed: string, table: PlaceTable, rankOf: Rank): { town: Town; rank: number }[] {
  const asked = readings(typed);
  const names = namesOf(table);
  return table.towns.flatMap((town, index) => {
    const found = asked.flatMap(({ name, region, weight }) => {
      const rank = region === null || region === town.region ? rankOf(name, names[index] ?? '') : null;
      return rank === null ? [] : [rank + weight];
    });
    return found.length === 0 ? [] : [{ town, rank: Math.min(...found) }];
  });
}
