import type { Draft } from './read-row.ts';

interface FirstOfKey {
  drafts: Draft[];
  number: number;
  /** What rows under this key say, by their text; made when a second one comes. */
  prints: Map<string, number> | null;
}

/** Finds rows that say the same under the same key. Most keys come once, and cost nothing. */
export class Twins {
  readonly #firsts = new Map<string, FirstOfKey>();

  /** The number of the row that said this already; null: it is the first. */
  earlier(key: string, drafts: Draft[], number: number): number | null {
    const first = this.#firsts.get(key);
    if (first === undefined) {
      this.#firsts.set(key, { drafts, number, prints: null });
      return null;
    }
    first.prints ??= new Map([[JSON.stringify(first.drafts), first.number]]);
    const print = JSON.stringify(drafts);
    const twin = first.prints.get(print);
    if (twin === undefined) first.prints.set(print, number);
    return twin ?? null;
  }
}
