import type { MeetingIndex } from './meeting-index.ts';
import { dayValues, filterNames, weekdays, type FilterName, type FinderQuery } from './query.ts';
import { dayBits, partsOfDay, type Timing } from './timing.ts';
import { modes, type KindRole } from './wire.ts';

export interface Found {
  /** Rows that fit everything, soonest first. */
  rows: Uint32Array;
  /** For each option, how many would be found with it, as `mode:online`. */
  counts: Map<string, number>;
  /** How many would be found without one of the filters that are set. */
  looser: { name: Test; count: number }[];
}

/** What a row may fail in, in the order of its bits. */
const tests = ['words', ...filterNames, 'near'] as const;
export type Test = (typeof tests)[number];
const bitOf = Object.fromEntries(tests.map((test, bit) => [test, 1 << bit])) as Record<Test, number>;

/**
 * Which meetings fit. Within a filter any value will do, except that each kind and each need for access
 * must be met; across filters all must. In one pass over the rows each option learns how many it would
 * give: a row that fails only in a filter counts for that filter's options.
 */
export function find(
  index: MeetingIndex,
  timing: Timing,
  query: FinderQuery,
  also: { words: Uint8Array | null; near: Uint8Array | null },
): Found {
  const filter = compiled(index, query);
  const { size } = index;
  const perDay = new Uint32Array(2048);
  const perPart = new Uint32Array(partsOfDay.length + 1);
  const perMode = new Uint32Array(modes.length);
  const perFellowship = new Uint32Array(index.head.fellowships.length);
  const perLanguage = new Uint32Array(index.head.languages.length + 1);
  const perSet = new Uint32Array(index.head.kindSets.length);
  const failed = new Uint32Array(1 << tests.length);
  let [proof, family] = [0, 0];
  const rows = new Uint32Array(size);
  let found = 0;
  for (let position = 0; position < size; position++) {
    const row = timing.order[position]!;
    const day = timing.dayBits[row]!;
    const part = timing.part[row]!;
    const mode = index.mode[row]!;
    const fellowship = index.fellowship[row]!;
    const set = index.kinds[row]!;
    const language = index.language[row]!;
    const givesProof = filter.proofSets[set]!;
    const welcomesFamily = filter.familySets[set]! || filter.familyFellowships[fellowship]!;
    const fails =
      (also.words === null || also.words[row] ? 0 : bitOf.words) |
      (filter.days === 0 || day & filter.days ? 0 : bitOf.day) |
      (filter.parts === null || filter.parts[part] ? 0 : bitOf.time) |
      (filter.modes === null || filter.modes[mode] ? 0 : bitOf.mode) |
      (filter.fellowships === null || filter.fellowships[fellowship] ? 0 : bitOf.fellowship) |
      (filter.types === null || filter.types[set] ? 0 : bitOf.type) |
      (filter.access === null || filter.access[set] ? 0 : bitOf.access) |
      (filter.languages === null || filter.languages[language] ? 0 : bitOf.language) |
      (!filter.proof || givesProof ? 0 : bitOf.proof) |
      (!filter.family || welcomesFamily ? 0 : bitOf.family) |
      (also.near === null || also.near[row] ? 0 : bitOf.near);
    if (fails === 0) rows[found++] = row;
    else if ((fails & (fails - 1)) !== 0) continue;
    failed[fails]! += 1;
    if ((fails & ~bitOf.day) === 0) perDay[day]! += 1;
    if ((fails & ~bitOf.time) === 0) perPart[part]! += 1;
    if ((fails & ~bitOf.mode) === 0) perMode[mode]! += 1;
    if ((fails & ~bitOf.fellowship) === 0) perFellowship[fellowship]! += 1;
    if ((fails & ~bitOf.language) === 0) perLanguage[language]! += 1;
    if (fails === 0) perSet[set]! += 1;
    if ((fails & ~bitOf.proof) === 0) proof += givesProof;
    if ((fails & ~bitOf.family) === 0) family += welcomesFamily;
  }

  const counts = new Map<string, number>();
  const put = (name: FilterName, value: string, count: number) => counts.set(`${name}:${value}`, count);
  for (const [position, value] of dayValues.entries()) {
    const bit = bitOfDay(position);
    put(
      'day',
      value,
      perDay.reduce((sum, count, bits) => (bits & bit ? sum + count : sum), 0),
    );
  }
  for (const [number, part] of partsOfDay.entries()) put('time', part, perPart[number]!);
  for (const [number, mode] of modes.entries())
    put('mode', mode, perMode[number]! + (mode === 'in-person' || mode === 'online' ? perMode[hybrid]! : 0));
  for (const [number, { slug }] of index.head.fellowships.entries())
    put('fellowship', slug, perFellowship[number]!);
  for (const [number, { tag }] of index.head.languages.entries())
    put('language', tag, perLanguage[number + 1]!);
  const perKind = new Uint32Array(index.head.kinds.length);
  for (const [set, kinds] of index.head.kindSets.entries())
    for (const kind of kinds) perKind[kind]! += perSet[set]!;
  for (const [number, { slug, role }] of index.head.kinds.entries())
    put(role === 'access' ? 'access' : 'type', slug, perKind[number]!);
  put('proof', 'yes', proof);
  put('family', 'yes', family);

  const looser = tests.flatMap((name) => {
    const count = failed[bitOf[name]]!;
    return count === 0 ? [] : [{ name, count: found + count }];
  });
  return { rows: rows.subarray(0, found), counts, looser };
}

const hybrid = modes.indexOf('hybrid');

function bitOfDay(position: number): number {
  const value = dayValues[position];
  if (value === 'today' || value === 'tonight' || value === 'tomorrow') return dayBits[value];
  const weekday = weekdays.findIndex((name) => name === value);
  return weekday < 0 ? dayBits.otherTimes : dayBits.weekday << weekday;
}

const flagsOf = (values: boolean[]) => Uint8Array.from(values, Number);
const orNull = (asked: string[], fits: () => boolean[]) => (asked.length === 0 ? null : flagsOf(fits()));

/** The query as tables to look up, so that a row costs a few reads. */
function compiled({ head }: MeetingIndex, query: FinderQuery) {
  const kinds = head.kinds.map(({ slug }) => slug);
  const setsWithAll = (slugs: string[]) => {
    const wanted = slugs.map((slug) => kinds.indexOf(slug));
    return orNull(slugs, () => head.kindSets.map((set) => wanted.every((kind) => set.includes(kind))));
  };
  const setsOf = (role: KindRole) =>
    flagsOf(head.kindSets.map((set) => set.some((kind) => head.kinds[kind]?.role === role)));
  return {
    days: query.day.reduce((bits, value) => bits | bitOfDay(dayValues.findIndex((day) => day === value)), 0),
    parts: orNull(query.time, () => [...partsOfDay.map((part) => query.time.includes(part)), false]),
    modes: orNull(query.mode, () =>
      modes.map(
        (mode) =>
          query.mode.includes(mode) ||
          (mode === 'hybrid' && (query.mode.includes('in-person') || query.mode.includes('online'))),
      ),
    ),
    fellowships: orNull(query.fellowship, () =>
      head.fellowships.map(({ slug }) => query.fellowship.includes(slug)),
    ),
    types: setsWithAll(query.type),
    access: setsWithAll(query.access),
    languages: orNull(query.language, () => [
      false,
      ...head.languages.map(({ tag }) => query.language.includes(tag)),
    ]),
    proof: query.proof.length > 0,
    family: query.family.length > 0,
    proofSets: setsOf('proof'),
    familySets: setsOf('open'),
    familyFellowships: flagsOf(head.fellowships.map(({ family }) => family)),
  };
}
