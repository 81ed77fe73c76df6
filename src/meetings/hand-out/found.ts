/**
 * What the finder leaves for the hand-out in this tab: the meetings that were found by words or near a
 * place, which are never sent. `distances` are words, as “1.2 mi”, in the order of the slugs.
 */
export interface FinderResult {
  slugs: string[];
  distances: string[];
}

/** The name in sessionStorage. */
export const resultKey = 'onward:hand-out';
/** The end of the address of a hand-out that shows only these. */
export const fromFinder = '#from-finder';

/** Leaves a result for the hand-out of this tab; false where the browser keeps nothing. */
export function keepResult(result: FinderResult): boolean {
  try {
    sessionStorage.setItem(resultKey, JSON.stringify(result));
    return true;
  } catch {
    return false;
  }
}

/** Reads what was left; null when it is no such thing. Never throws. */
export function readResult(text: string | null): FinderResult | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('slugs' in value) || !Array.isArray(value.slugs))
      return null;
    const strings = (list: unknown): string[] =>
      Array.isArray(list) ? list.map((one) => (typeof one === 'string' ? one : '')) : [];
    return { slugs: strings(value.slugs), distances: 'distances' in value ? strings(value.distances) : [] };
  } catch {
    return null;
  }
}
