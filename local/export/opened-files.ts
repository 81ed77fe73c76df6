import type { OnwardDatabase } from '#platform/database.ts';
import { disclosureNotice } from '#platform/part-2-notice.ts';
import { unseal } from '#platform/sealed.ts';
import { sealedTables, type SealedRow } from '#step-down/keys/sealed-rows.ts';
import type { Folder } from './folder.ts';
import { writeRows, type Row } from './row-files.ts';
import { rows } from '#platform/database.ts';

const batch = 100;
const nobody = '00000000-0000-0000-0000-000000000000';

export interface Opened {
  counts: Record<string, number>;
  /** Rows whose key is not there, or that were tampered with. */
  closed: number;
}

/** What is sealed of sign-ups, notes and consents, opened, beside the notice that goes wherever it goes. */
export async function writeOpened(folder: Folder, database: OnwardDatabase): Promise<Opened> {
  await folder.write('opened/READ-THIS-FIRST.txt', `${disclosureNotice}\n`);
  const opened: Opened = { counts: {}, closed: 0 };
  for (const { name, read } of sealedTables) {
    const pages = async function* (): AsyncGenerator<Row[]> {
      for (let after: string | undefined = nobody; after !== undefined;) {
        const found: SealedRow[] = await read(after, batch);
        const ids = found.map(({ id }) => id);
        const whole = new Map(
          (
            rows(
              await database
                .from(name as 'sign_ups')
                .select('*')
                .in('id', ids),
            ) as Row[]
          ).map((row) => [row['id'], row]),
        );
        const page = await Promise.all(found.map((row) => openRow(row, whole.get(row.id) ?? {})));
        opened.closed += page.filter((row) => row === null).length;
        const open = page.filter((row) => row !== null);
        if (open.length > 0) yield open;
        after = found.length < batch ? undefined : found.at(-1)?.id;
      }
    };
    opened.counts[name] = await writeRows(folder, `opened/${name.replaceAll('_', '-')}`, pages());
  }
  return opened;
}

async function openRow({ texts }: SealedRow, whole: Row): Promise<Row | null> {
  try {
    const words = await Promise.all(
      texts.map(async ({ column, sealed, subject }) => [column, await unseal(sealed, subject)] as const),
    );
    return { ...whole, ...Object.fromEntries(words) };
  } catch {
    return null;
  }
}
