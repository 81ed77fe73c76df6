import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { settingsColumns, settingsRow, type SiteSettings } from '../settings.ts';

/** The settings as an admin finds them, with who said so last. */
export interface KeptSettings {
  settings: SiteSettings;
  /** Counts every change; a form carries it, so that nobody writes over what they did not see. */
  version: number;
  changedBy: string | null;
  /** An instant, as the database writes it. */
  changedAt: string;
}

const about = z.object({
  version: z.int(),
  changed_by_name: z.string().nullable(),
  updated_at: z.string(),
});

/** Throws DatabaseUnavailable. */
export async function keptSettings(database: OnwardDatabase): Promise<KeptSettings> {
  const [row] = rows(
    await database.from('site_settings').select(`${settingsColumns}, version, changed_by_name, updated_at`),
  );
  const { version, changed_by_name: changedBy, updated_at: changedAt } = about.parse(row);
  return { settings: settingsRow.parse(row), version, changedBy, changedAt };
}

const saved = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), version: z.int() }),
  z.object({ outcome: z.literal('changed-meanwhile'), by: z.string().nullable(), at: z.string() }),
]);
export type Saved = z.infer<typeof saved>;

/**
 * Says all of it anew, unless somebody else did since `version`; then nothing changes. Throws
 * DatabaseUnavailable.
 */
export async function saveSettings(
  database: OnwardDatabase,
  settings: SiteSettings,
  version: number,
): Promise<Saved> {
  return saved.parse(
    rows(await database.rpc('save_settings', { p_settings: { ...settings }, p_version: version })),
  );
}
