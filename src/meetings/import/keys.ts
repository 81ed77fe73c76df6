import type { ImportedMeeting } from '../schema.ts';
import { slugOf } from '#platform/slug.ts';
import type { Ledger } from './ledger.ts';
import type { Draft } from './read-row.ts';
import { dayNames } from './weekdays.ts';

/** A slug of at most `longest` characters that does not end in a hyphen. */
export function shortSlug(text: string, longest: number): string {
  return slugOf(text).slice(0, longest).replace(/-+$/, '');
}

const momentOf = (draft: Draft): string =>
  draft.day === null || draft.startTime === null
    ? 'by-appointment'
    : `${(dayNames[draft.day] ?? '').slice(0, 3).toLowerCase()}-${draft.startTime.replace(':', '')}`;

/** The row's own key: its slug or ID; made from name and time where the feed has none. */
export function rowKey(raw: unknown, drafts: Draft[], ledger: Ledger): string {
  const given =
    typeof raw === 'number' && Number.isFinite(raw)
      ? String(raw)
      : typeof raw === 'string'
        ? raw.slice(0, 400).toWellFormed().trim()
        : '';
  if (typeof raw === 'number') ledger.repaired(`slug ${given} was a number, read as text`);
  const key = shortSlug(given, 170);
  const [first] = drafts;
  if (key !== '') return key;
  ledger.repaired('no slug: made from the name and time');
  return shortSlug(`${first?.name ?? ''} ${first === undefined ? '' : momentOf(first)}`, 150) || 'meeting';
}

/**
 * Gives each meeting a key that stays the same from one import to the next, and an address (slug) that
 * begins with the source so that two feeds rarely claim the same one. A key that is taken gets day and
 * time added before any number, so that it survives rows moving about in the feed.
 */
export class KeyBook {
  readonly #source: string;
  readonly #keys = new Taken();
  readonly #slugs = new Taken();

  constructor(source: string) {
    this.#source = shortSlug(source, 24) || 'feed';
  }

  name(key: string, drafts: Draft[], ledger: Ledger): ImportedMeeting[] {
    return drafts.map((draft) => {
      const wanted =
        drafts.length > 1 ? `${key}-${(dayNames[draft.day ?? 0] ?? '').slice(0, 3).toLowerCase()}` : key;
      const sourceKey = this.#keys.free(wanted, `${wanted}-${momentOf(draft)}`);
      if (sourceKey !== wanted)
        ledger.repaired(`slug “${wanted}” is taken by an earlier row, listed as “${sourceKey}”`);
      const words = /^\d+$/.test(sourceKey)
        ? shortSlug(`${shortSlug(draft.name, 50)}-${sourceKey}`, 170)
        : sourceKey;
      const address = `${this.#source}-${words}`;
      return { ...draft, sourceKey, slug: this.#slugs.free(address, `${address}-again`) };
    });
  }
}

/** Names given out so far. Ten thousand rows may want the same one, so the last number is remembered. */
class Taken {
  readonly #names = new Set<string>();
  readonly #counts = new Map<string, number>();

  free(wanted: string, otherwise: string): string {
    let candidate = wanted;
    let count = this.#counts.get(otherwise) ?? 1;
    for (; this.#names.has(candidate); count += 1)
      candidate = count === 1 ? otherwise : `${otherwise}-${count}`;
    if (candidate !== wanted) this.#counts.set(otherwise, count);
    this.#names.add(candidate);
    return candidate;
  }
}
