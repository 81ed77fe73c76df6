/**
 * By what the list of events can be narrowed, one choice of each facet at a time. Pure and small: the pages
 * that are built for one filter, and the element that combines them in the browser, both stand on it.
 */

export const facets = ['how', 'kind', 'for', 'month'] as const;
export type Facet = (typeof facets)[number];
export type Filters = Partial<Record<Facet, string>>;

/** What a row of the list says of itself: "how:online", "kind:social", "for:family", "month:2026-12". */
export interface FilteredRow {
  tokens: ReadonlySet<string>;
  /** A later row of a series, only there for a list of its month. */
  again: boolean;
}

interface Facets {
  kind: string;
  audience: string;
  format: string;
}

/** Who may come to an event: each audience with the filters that find it. */
const welcome: Record<string, string[]> = {
  alumni: ['alumni'],
  'alumni-and-guests': ['alumni', 'guests'],
  family: ['family'],
  everyone: ['alumni', 'guests', 'family', 'everyone'],
};

/** With a room and a link, both who looks for a room and who looks for a link finds it. */
const ways: Record<string, string[]> = {
  'in-person': ['in-person'],
  online: ['online'],
  hybrid: ['in-person', 'online', 'hybrid'],
};

export const tokensOf = (event: Facets, month: string): string[] => [
  ...(ways[event.format] ?? []).map((way) => `how:${way}`),
  `kind:${event.kind}`,
  ...(welcome[event.audience] ?? []).map((who) => `for:${who}`),
  `month:${month}`,
];

export const matches = ({ tokens, again }: FilteredRow, filters: Filters): boolean =>
  (!again || filters.month !== undefined) &&
  facets.every((facet) => filters[facet] === undefined || tokens.has(`${facet}:${filters[facet]}`));

export const found = <Row extends FilteredRow>(rows: Row[], filters: Filters): Row[] =>
  rows.filter((row) => matches(row, filters));

/** The filters with one chosen, or no longer chosen when it is. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const { [facet]: chosen, ...others } = filters;
  return chosen === value ? others : { ...others, [facet]: value };
}

/** How many rows there would be with this choice beside the others made. */
export const countWith = (rows: FilteredRow[], filters: Filters, facet: Facet, value: string): number =>
  found(rows, { ...filters, [facet]: value }).length;

/** Filters of an address's query. What is no filter, or an empty one, is as if it were not there. */
export function readFilters(query: string): Filters {
  const asked = new URLSearchParams(query);
  return Object.fromEntries(
    facets.flatMap((facet) => {
      const value = asked.get(facet) ?? '';
      return /^[a-z0-9-]{1,40}$/.test(value) ? [[facet, value]] : [];
    }),
  );
}

/** The list with these filters, for who runs scripts. */
export function combinedAddress(filters: Filters): string {
  const query = new URLSearchParams(
    facets.flatMap((facet) => (filters[facet] === undefined ? [] : [[facet, filters[facet]]])),
  ).toString();
  return query === '' ? '/events/' : `/events/?${query}`;
}

/** The page built for one filter, for everybody. */
export const builtAddress = (facet: Facet, value: string): string => `/events/${facet}/${value}/`;
