import type { Meeting } from '../schema.ts';
import { slugOf } from '../slug.ts';
import type { Ledger } from './ledger.ts';
import type { Draft } from './read-row.ts';
import { dayNames } from './times.ts';

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
        ? raw.toWellFormed().trim()
        : '';
  if (typeof raw === 'number') ledger.repaired(`slug ${given} was a number, read as text`);
  const key = shortSlug(given, 150);
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
  readonly #keys = new Set<string>();
  readonly #slugs = new Set<string>();

  constructor(source: string) {
    this.#source = shortSlug(source, 24) || 'feed';
  }

  name(key: string, drafts: Draft[], ledger: Ledger): Meeting[] {
    return drafts.map((draft) => {
      const wanted =
        drafts.length > 1 ? `${key}-${(dayNames[draft.day ?? 0] ?? '').slice(0, 3).toLowerCase()}` : key;
      const sourceKey = free(wanted, `${wanted}-${momentOf(draft)}`, this.#keys);
      if (sourceKey !== wanted)
        ledger.repaired(`slug “${wanted}” is taken by an earlier row, listed as “${sourceKey}”`);
      const words = /^\d+$/.test(sourceKey)
        ? shortSlug(`${shortSlug(draft.name, 50)}-${sourceKey}`, 170)
        : sourceKey;
      const address = `${this.#source}-${words}`;
      return { ...draft, sourceKey, slug: free(address, `${address}-again`, this.#slugs) };
    });
  }
}

function free(wanted: string, otherwise: string, taken: Set<string>): string {
  let candidate = wanted;
  for (let count = 1; taken.has(candidate); count += 1)
    candidate = count === 1 ? otherwise : `${otherwise}-${count}`;
  taken.add(candidate);
  return candidate;
}
