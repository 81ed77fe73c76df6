import { keyIdOf, seal, sealKeyIds, unseal, UnknownSealKey } from '#platform/sealed.ts';
import { sealedTables, type SealedRow, type SealedTable, type Text } from './sealed-rows.ts';

/** Puts everything that is sealed under the first key of INTAKE_KEYS. */

export interface Rotation {
  /** Rows that were put under the first key. */
  resealed: number;
  /** Rows that do not open although their key is there. */
  broken: number;
  /** Whether it was told to stop before it was through. */
  stopped: boolean;
}

const batch = 100;
/** Before every id there is. */
const nobody = '00000000-0000-0000-0000-000000000000';
/** Rows that somebody changed meanwhile are looked at again; one that changes each time waits for the next run. */
const passes = 3;

async function* everyRow(table: SealedTable): AsyncGenerator<SealedRow> {
  for (let after: string | undefined = nobody; after !== undefined;) {
    const found: SealedRow[] = await table.read(after, batch);
    yield* found;
    after = found.length < batch ? undefined : found.at(-1)?.id;
  }
}

/** The keys that a row needs; what is no sealed text needs none. */
function keysOf({ texts }: SealedRow): Set<string> {
  const keys = new Set<string>();
  for (const { sealed } of texts) {
    try {
      keys.add(keyIdOf(sealed));
    } catch {
      // counted as broken by whoever tries to open it
    }
  }
  return keys;
}

const reseal = async ({ column, sealed, subject }: Text): Promise<Text> => ({
  column,
  subject,
  sealed: (await seal(await unseal(sealed, subject), subject)).sealed,
});

type Done = 'resealed' | 'done-before' | 'changed-meanwhile' | 'key-missing' | 'broken';

async function rotateRow(table: SealedTable, row: SealedRow, keyId: string): Promise<Done> {
  const keys = keysOf(row);
  if (keys.size === 1 && keys.has(keyId)) return 'done-before';
  let after: Text[];
  try {
    after = await Promise.all(row.texts.map(reseal));
  } catch (error) {
    return error instanceof UnknownSealKey ? 'key-missing' : 'broken';
  }
  return (await table.replace(row, after, keyId)) ? 'resealed' : 'changed-meanwhile';
}

/**
 * Goes through every sealed row and puts it under the first key, one row in one write. It can be stopped
 * by `signal` and run again at any time, by several at once too: a row is written only while it is what was
 * read, and one that is done is passed over. So are rows whose key is missing: {@link keysInUse} names
 * them. `progress` hears of every row that was written. Throws DatabaseUnavailable.
 */
export async function rotateKeys(signal: AbortSignal, progress = () => {}): Promise<Rotation> {
  const [first = ''] = sealKeyIds();
  let resealed = 0;
  for (let pass = 1; ; pass++) {
    const counts = { broken: 0, 'changed-meanwhile': 0, 'done-before': 0, 'key-missing': 0 };
    for (const table of sealedTables) {
      for await (const row of everyRow(table)) {
        if (signal.aborted) return { resealed, broken: counts.broken, stopped: true };
        const done = await rotateRow(table, row, first);
        if (done === 'resealed') {
          resealed++;
          progress();
        } else counts[done]++;
      }
    }
    if (counts['changed-meanwhile'] === 0 || pass === passes) {
      return { resealed, broken: counts.broken, stopped: false };
    }
  }
}

/** How many rows need each key, by its id: a row counts once for every key that it needs. */
export async function keysInUse(): Promise<Map<string, number>> {
  const inUse = new Map<string, number>();
  for (const table of sealedTables) {
    for await (const row of everyRow(table)) {
      for (const key of keysOf(row)) inUse.set(key, (inUse.get(key) ?? 0) + 1);
    }
  }
  return inUse;
}
