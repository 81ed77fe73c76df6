import type { StatedMode } from './mode.ts';

/**
 * One row of any feed, in the field names of Meeting Guide. BMLT rows and spreadsheets are put into this
 * shape first, so that one set of rules reads them all.
 */
export interface FeedRow {
  fields: Record<string, unknown>;
  /** How `types` are to be read: as the fellowship's codes, or as NA's world ids. */
  codes: 'fellowship' | 'world-ids';
  stated: StatedMode;
}

export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own field only: a feed may hold keys such as `__proto__` or `constructor`. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
