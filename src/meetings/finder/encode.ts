import type { Temporal } from 'temporal-polyfill';
import { minutesOf } from '../clock-words.ts';
import { fellowshipName, isFamilyFellowship } from '../fellowships.ts';
import { kindName } from '../kinds.ts';
import { isPlainWeekly, occurrences } from '../occurrences.ts';
import { placeOf } from '../place-words.ts';
import { conferenceProvider } from '../providers.ts';
import { isEveryWeek } from '../recurrence.ts';
import type { ListedMeeting } from '../schema.ts';
import { slugOf } from '#platform/slug.ts';
import { kindRole } from './kind-roles.ts';
import {
  flags,
  modes,
  noTime,
  type ListBlock,
  type ListHead,
  type SpecialDate,
  type SpecialDates,
} from './wire.ts';

const blockSize = 1000;
const daysAhead = 35;

/** The numbers a text gets in the order in which texts come. */
class Numbering<Value> {
  readonly #numbers = new Map<Value, number>();
  readonly values: Value[] = [];

  of(value: Value): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

export interface EncodedList {
  head: ListHead;
  blocks: ListBlock[];
  /** The meetings in the order of the rows. */
  meetings: ListedMeeting[];
}

/** Puts a list into its shape for the finder, by minute of the week, by appointment last. */
export function encodeList(
  listed: ListedMeeting[],
  context: { version: string; timeZone: string; readAt: string; now: Temporal.Instant },
): EncodedList {
  const meetings = listed
    .map((meeting) => ({ meeting, at: minuteOfWeek(meeting) }))
    .sort(
      (a, b) =>
        a.at - b.at || compare(a.meeting.name, b.meeting.name) || compare(a.meeting.slug, b.meeting.slug),
    )
    .map(({ meeting }) => meeting);
  const fellowships = [...new Set(meetings.map(({ fellowship }) => fellowship))].sort();
  const kinds = [...new Set(meetings.flatMap(({ types }) => types))].sort();
  const languages = [...new Set(meetings.flatMap(({ language }) => language ?? []))].sort();
  const numbers: Numbers = {
    fellowships: new Map(fellowships.map((slug, number) => [slug, number])),
    kinds: new Map(kinds.map((slug, number) => [slug, number])),
    languages: new Map(languages.map((tag, number) => [tag, number])),
    ...{
      zones: new Numbering(),
      videos: new Numbering(),
      kindSets: new Numbering(),
      places: new Numbering(),
    },
  };
  const blocks: ListBlock[] = [];
  for (let from = 0; from < meetings.length; from += blockSize)
    blocks.push(encodeBlock(meetings.slice(from, from + blockSize), numbers, context.now));
  const languageNames = new Intl.DisplayNames('en', { type: 'language' });
  return {
    head: {
      version: context.version,
      asOf: context.readAt,
      timeZone: context.timeZone,
      total: meetings.length,
      fellowships: fellowships.map((slug) => ({
        ...{ slug, name: fellowshipName(slug), family: isFamilyFellowship(slug) },
      })),
      kinds: kinds.map((slug) => {
        const role = kindRole(slug);
        return { slug, name: kindName(slug), ...(role !== undefined && { role }) };
      }),
      kindSets: numbers.kindSets.values.map((set) => (set === '' ? [] : set.split(',').map(Number))),
      languages: languages.map((tag) => ({ tag, name: nameOr(() => languageNames.of(tag), tag) })),
      zones: numbers.zones.values,
      videos: numbers.videos.values,
    },
    blocks,
    meetings,
  };
}

/** The list as text: one line for the head and for each block, together one JSON array. */
export function listText({ head, blocks }: Pick<EncodedList, 'head' | 'blocks'>): string {
  return `[${[head, ...blocks].map((part) => JSON.stringify(part)).join(',\n')}]\n`;
}

interface Numbers {
  fellowships: Map<string, number>;
  kinds: Map<string, number>;
  languages: Map<string, number>;
  zones: Numbering<string>;
  videos: Numbering<string>;
  kindSets: Numbering<string>;
  places: Numbering<string>;
}

function encodeBlock(meetings: ListedMeeting[], numbers: Numbers, now: Temporal.Instant): ListBlock {
  const places: ListBlock['places'] = { label: [], latitude: [], longitude: [] };
  const last = { at: 0, latitude: 0, longitude: 0 };
  const thousandths = (degrees: number | null, axis: 'latitude' | 'longitude'): number | null => {
    if (degrees === null) return null;
    const value = Math.round(degrees * 1000);
    const difference = value - last[axis];
    last[axis] = value;
    return difference;
  };
  const placeNumber = ({ location, address, region, latitude, longitude }: ListedMeeting): number => {
    const label = placeOf({ location, address, region });
    if (label === '' && latitude === null) return 0;
    const before = numbers.places.values.length;
    const number = numbers.places.of(`${label}\n${latitude ?? ''}\n${longitude ?? ''}`);
    if (number === before) {
      places.label.push(label);
      places.latitude.push(thousandths(latitude, 'latitude'));
      places.longitude.push(thousandths(longitude, 'longitude'));
    }
    return number + 1;
  };
  const special = Object.fromEntries(
    meetings.flatMap((meeting, row): [number, SpecialDates][] =>
      meeting.day === null || meeting.mode === 'paused' || isPlainWeekly(meeting)
        ? []
        : [[row, specialDates(meeting, now)]],
    ),
  );
  return {
    name: meetings.map(({ name }) => name),
    slug: meetings.map(({ name, slug }) => slug.replace(slugOf(name) || '*', '*')),
    at: meetings.map((meeting) => {
      const at = minuteOfWeek(meeting);
      const difference = at - last.at;
      last.at = at;
      return difference;
    }),
    lasts: meetings.map(lengthOf),
    zone: meetings.map(({ timeZone }) => numbers.zones.of(timeZone)),
    mode: meetings.map(({ mode }) => modes.indexOf(mode)),
    fellowship: meetings.map(({ fellowship }) => numbers.fellowships.get(fellowship) ?? 0),
    kinds: meetings.map(({ types }) =>
      numbers.kindSets.of(types.map((kind) => numbers.kinds.get(kind)).join(',')),
    ),
    language: meetings.map(({ language }) =>
      language === null ? 0 : (numbers.languages.get(language) ?? -1) + 1,
    ),
    video: meetings.map(({ joinUrl }) =>
      joinUrl === null ? 0 : numbers.videos.of(conferenceProvider(joinUrl) ?? new URL(joinUrl).hostname) + 1,
    ),
    flags: meetings.map(
      ({ joinPhone, alumniOnly }) =>
        (joinPhone === null ? 0 : flags.phone) + (alumniOnly ? flags.alumniOnly : 0),
    ),
    confirmed: meetings.map(({ confirmedAt }) =>
      confirmedAt === null ? 0 : Math.floor(Date.parse(confirmedAt) / 86_400_000),
    ),
    place: meetings.map(placeNumber),
    places,
    ...(Object.keys(special).length > 0 && { special }),
  };
}

function specialDates(meeting: ListedMeeting, now: Temporal.Instant): SpecialDates {
  const coming = occurrences(meeting, now.subtract({ hours: 12 }), now.add({ hours: daysAhead * 24 }));
  const dates = coming.slice(0, 8).map(({ start, end, state, location, note }): SpecialDate => ({
    start: Math.floor(start.epochMilliseconds / 60_000),
    lasts: end === null ? 0 : Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000),
    ...(state !== 'as-usual' && { state }),
    ...(location !== null && { location }),
    ...(note !== null && { note }),
  }));
  const rhythm = Object.entries(meeting.schedule).filter(([, part]) => part !== null);
  return { rhythm: isEveryWeek(meeting.schedule) ? null : Object.fromEntries(rhythm), dates };
}

function minuteOfWeek({ day, startTime }: ListedMeeting): number {
  return day === null || startTime === null ? noTime : day * 1440 + minutesOf(startTime);
}

function lengthOf({ startTime, endTime }: ListedMeeting): number {
  if (startTime === null || endTime === null) return 0;
  return (minutesOf(endTime) - minutesOf(startTime) + 1440) % 1440;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function nameOr(name: () => string | undefined, otherwise: string): string {
  try {
    return name() ?? otherwise;
  } catch {
    return otherwise;
  }
}
