import * as z from 'zod';
import type { OnwardDatabase } from '#platform/database.ts';
import { rows } from '#platform/database.ts';

/**
 * What an organisation changes about itself from week to week, in the staff area: beside content/site.yml,
 * which says the rest. Every room and every page may ask here, as they ask `site()`.
 */

export const closedDay = z.object({ on: z.iso.date(), label: z.string() });
export type ClosedDay = z.infer<typeof closedDay>;

export const siteSettings = z.object({
  noticeEn: z.string().nullable(),
  noticeEs: z.string().nullable(),
  noticeLink: z.string().nullable(),
  /** An instant, in ISO 8601. */
  noticeUntil: z.string().nullable(),
  /** Null: as content/site.yml says. */
  phoneHoursEn: z.string().nullable(),
  phoneHoursEs: z.string().nullable(),
  /** Days on which nobody answers, besides the holidays of content/site.yml. */
  closedDays: z.array(closedDay),
});
export type SiteSettings = z.infer<typeof siteSettings>;

export const noSettings: SiteSettings = {
  noticeEn: null,
  noticeEs: null,
  noticeLink: null,
  noticeUntil: null,
  phoneHoursEn: null,
  phoneHoursEs: null,
  closedDays: [],
};

export const settingsRow = z
  .object({
    notice_en: z.string().nullable(),
    notice_es: z.string().nullable(),
    notice_link: z.string().nullable(),
    notice_until: z
      .string()
      .transform((text) => new Date(text).toISOString())
      .nullable(),
    phone_hours_en: z.string().nullable(),
    phone_hours_es: z.string().nullable(),
    closed_days: z.array(closedDay),
  })
  .transform((row): SiteSettings => ({
    noticeEn: row.notice_en,
    noticeEs: row.notice_es,
    noticeLink: row.notice_link,
    noticeUntil: row.notice_until,
    phoneHoursEn: row.phone_hours_en,
    phoneHoursEs: row.phone_hours_es,
    closedDays: row.closed_days,
  }));

export const settingsColumns =
  'notice_en, notice_es, notice_link, notice_until, phone_hours_en, phone_hours_es, closed_days';

/** As they stand now. Throws DatabaseUnavailable. */
export async function readSettings(database: OnwardDatabase): Promise<SiteSettings> {
  const [row] = rows(await database.from('site_settings').select(settingsColumns));
  return row ? settingsRow.parse(row) : noSettings;
}
