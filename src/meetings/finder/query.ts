import { slugShape } from '#platform/slug.ts';
import { partsOfDay } from './timing.ts';

export const filterNames = [
  'day',
  'time',
  'mode',
  'fellowship',
  'type',
  'language',
  'access',
  'proof',
  'family',
] as const;
export type FilterName = (typeof filterNames)[number];

/** What somebody asks the finder for. An empty list of a filter asks for nothing. */
export interface FinderQuery extends Record<FilterName, string[]> {
  words: string;
}

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export const dayValues = ['today', 'tonight', 'tomorrow', ...weekdays, 'other-times'] as const;

const allowed: Record<FilterName, (value: string) => boolean> = {
  day: (value) => dayValues.some((day) => day === value),
  time: (value) => partsOfDay.some((part) => part === value),
  mode: (value) => ['in-person', 'online', 'hybrid', 'unconfirmed', 'paused'].includes(value),
  fellowship: (value) => slugShape.test(value),
  type: (value) => slugShape.test(value),
  language: (value) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})?$/.test(value),
  access: (value) => slugShape.test(value),
  proof: (value) => value === 'yes',
  family: (value) => value === 'yes',
};

const mostOfAFilter = 40;

/** Reads `?q=…&day=tonight&mode=online&mode=hybrid…`. Whatever it does not know counts as not said. */
export function readQuery(parameters: URLSearchParams): FinderQuery {
  const words = (parameters.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, 100).toWellFormed();
  const filters = Object.fromEntries(
    filterNames.map((name) => {
      const values = parameters.getAll(name).map((value) => value.toLowerCase());
      return [name, [...new Set(values)].filter(allowed[name]).slice(0, mostOfAFilter)];
    }),
  ) as Record<FilterName, string[]>;
  return { words, ...filters };
}

/** The query as an address; `page` counts from 1. */
export function finderAddress(query: FinderQuery, options: { path?: string; page?: number } = {}): string {
  const { path = '/meetings/', page = 1 } = options;
  const parameters = new URLSearchParams({ ...(query.words !== '' && { q: query.words }) });
  for (const name of filterNames) for (const value of query[name]) parameters.append(name, value);
  if (page > 1) parameters.set('page', String(page));
  const search = parameters.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The query without one value of a filter, or without the whole filter. */
export function without(query: FinderQuery, name: FilterName, value?: string): FinderQuery {
  return { ...query, [name]: value === undefined ? [] : query[name].filter((other) => other !== value) };
}

/** Values somebody chose, in the order of the filters. */
export function chosen(query: FinderQuery): { name: FilterName; value: string }[] {
  return filterNames.flatMap((name) => query[name].map((value) => ({ name, value })));
}
