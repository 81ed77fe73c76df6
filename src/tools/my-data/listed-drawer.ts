import { readKept, isKept, type Drawer, type Kept } from '#platform/kept/drawer.ts';
import { keep, open, type KeptHow } from '#platform/kept/keeping.ts';

/** A drawer among all others, of whatever value. */
export interface ListedDrawer {
  name: string;
  title: string;
  page: string;
  /** Has its own way to make one of two. */
  merges: boolean;
  read: (record: unknown) => ReadDrawer;
  /** Puts a saved one in its place: added to what is here, or instead of it. */
  take: (saved: Kept, how: TakeHow) => Promise<KeptHow>;
}

export type ReadDrawer =
  { lines: string[]; changed: string; kept: Kept } | { trouble: 'not-ours' | 'newer'; changed: string };

export type TakeHow = 'add' | 'replace';

export function listed<Value>(drawer: Drawer<Value>): ListedDrawer {
  const { name, title, page, merge } = drawer;
  return {
    ...{ name, title, page },
    merges: merge !== undefined,
    read: (record) => {
      const changed = changedOf(record);
      const read = readKept(drawer, record);
      return 'trouble' in read
        ? { trouble: read.trouble, changed }
        : {
            lines: drawer.inWords(read.value),
            changed,
            kept: { version: drawer.version, changed, value: read.value },
          };
    },
    take: async (saved, how) => {
      const read = readKept(drawer, saved);
      if ('trouble' in read) throw new Error(`${name}: what cannot be read is not taken`);
      const here = how === 'add' ? await open(drawer) : undefined;
      const both = here?.state === 'open' && here.value !== undefined && merge;
      const value = both ? merge(here.value as Value, read.value) : read.value;
      // two together may be more than one drawer holds: then what is here stays as it is
      const fits = readKept(drawer, { version: drawer.version, changed: '', value });
      return 'value' in fits ? keep(drawer, value) : 'refused';
    },
  };
}

/** When it was written, if it says so in a way that can be read; else empty. */
export const changedOf = (record: unknown): string =>
  isKept(record) && typeof record.changed === 'string' && !Number.isNaN(Date.parse(record.changed))
    ? record.changed
    : '';
