import type { Cohort } from '../programs.ts';
import { firstMeeting } from '../meeting-days.ts';

/**
 * By what groups can be narrowed. Pure and small: the page that answers the form and the element that answers
 * each tick both stand on it.
 */

export const times = ['morning', 'afternoon', 'evening', 'weekend'] as const;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const ways = ['in-person', 'online'] as const;
export const weeks = ['2', '4', '8'] as const;
export const languages = ['en', 'es'] as const;

/** What somebody looks for. An empty list, or null, asks for nothing in particular. */
export interface GroupFilters {
  /** Any of these will do. */
  time: (typeof times)[number][];
  /** The days somebody can come: a group that meets on another day too is no use. */
  day: (typeof weekdays)[number][];
  how: (typeof ways)[number] | null;
  /** Begins within so many weeks from today. */
  within: (typeof weeks)[number] | null;
  language: (typeof languages)[number] | null;
}
export const anything: GroupFilters = { time: [], day: [], how: null, within: null, language: null };

/** What a group says of itself: small enough to stand on its row. */
export interface GroupFacts {
  times: GroupFilters['time'];
  days: GroupFilters['day'];
  ways: (typeof ways)[number][];
  language: Cohort['language'];
  /** The day of its first session, as 2026-12-01. */
  first: string;
}

const dayOf = (weekday: number) => weekdays[(weekday + 6) % 7] ?? 'sun';

/** By when it begins: morning until noon, afternoon until five. At weekends it is both that and a weekend. */
export function factsOf(cohort: Cohort): GroupFacts {
  const hour = Number(cohort.startTime.slice(0, 2));
  const days = cohort.weekdays.map(dayOf);
  const part = hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
  const weekend = days.every((day) => day === 'sat' || day === 'sun');
  return {
    times: weekend ? [part, 'weekend'] : [part],
    days,
    ways: cohort.format === 'hybrid' ? [...ways] : [cohort.format],
    language: cohort.language,
    first: firstMeeting(cohort),
  };
}

/** `today` as 2026-12-01, where the organisation is. */
export function fits(facts: GroupFacts, filters: GroupFilters, today: string): boolean {
  const { time, day, how, within, language } = filters;
  return (
    (time.length === 0 || time.some((part) => facts.times.includes(part))) &&
    (day.length === 0 || facts.days.every((one) => day.includes(one))) &&
    (how === null || facts.ways.includes(how)) &&
    (within === null || facts.first <= weeksFrom(today, Number(within))) &&
    (language === null || facts.language === language)
  );
}

function weeksFrom(day: string, count: number): string {
  const then = new Date(`${day}T12:00:00Z`);
  then.setUTCDate(then.getUTCDate() + 7 * count);
  return then.toISOString().slice(0, 10);
}

const oneOf = <Value extends string>(known: readonly Value[], value: string | null): Value | null =>
  known.find((one) => one === value) ?? null;

/** Filters of an address or a form. What is none is as if it were not there. */
export const readFilters = (asked: URLSearchParams): GroupFilters => ({
  time: times.filter((one) => asked.getAll('time').includes(one)),
  day: weekdays.filter((one) => asked.getAll('day').includes(one)),
  how: oneOf(ways, asked.get('how')),
  within: oneOf(weeks, asked.get('within')),
  language: oneOf(languages, asked.get('language')),
});

export const groupsPage = '/step-down/groups/';

/** The page of the groups that fit. */
export function groupsAddress(filters: Partial<GroupFilters>): string {
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([name, chosen]) =>
      (Array.isArray(chosen) ? chosen : [chosen]).flatMap((value) => (value === null ? [] : [[name, value]])),
    ),
  ).toString();
  return query === '' ? groupsPage : `${groupsPage}?${query}`;
}

export const anyChosen = (filters: GroupFilters): boolean => groupsAddress(filters) !== groupsPage;
