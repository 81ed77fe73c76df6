import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import { openToken, sealToken } from '#platform/sealed-token.ts';
import { draft, type Draft } from '../draft.ts';
import { resourceSlug } from '../schema.ts';

/**
 * Links that show a draft to whoever has one, without a sign-in: sealed, for so many days, and all of a resource's at
 * an end as soon as its key is another.
 */

const purpose = 'resource-preview';
const tokenBytes = 128;
/** Days a link opens something. */
const previewDays = 7;

export interface PreviewLink {
  address: string;
  /** Its last day. */
  until: string;
}

/** The link as of today: asked for twice on one day it is the same. */
export function previewLink(
  { id, previewKey }: { id: string; previewKey: string },
  timeZone: string,
  clock: Clock = systemClock,
): PreviewLink {
  const last = clock().toZonedDateTimeISO(timeZone).toPlainDate().add({ days: previewDays });
  const end = last.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime() });
  const token = sealToken(
    purpose,
    { id, key: previewKey, until: Math.floor(end.epochMilliseconds / 1000) },
    tokenBytes,
  );
  return { address: new URL(`/resources/preview/${token}/`, siteUrl()).href, until: last.toString() };
}

const sealed = z.object({ id: z.uuid(), key: z.uuid(), until: z.int() });
const row = z.object({
  status: z.enum(['draft', 'published', 'archived']),
  slug: resourceSlug.nullable(),
  draft: draft.nullable(),
});

/** What a link shows: the draft, or where the text is since it went out. */
export type Preview = { draft: Draft; until: string } | { draft: null; slug: string };

/**
 * What a token opens; null for one that is forged, too old or ended, and for what is archived or gone, without a
 * difference. Throws DatabaseUnavailable.
 */
export async function openPreview(token: string, clock: Clock = systemClock): Promise<Preview | null> {
  const said = sealed.safeParse(openToken(purpose, token)).data;
  if (!said || said.until * 1000 <= clock().epochMilliseconds) return null;
  const answer = await serviceDatabase()
    .from('resources')
    .select('status, slug, draft')
    .eq('id', said.id)
    .eq('preview_key', said.key)
    .limit(1);
  const found = z.array(row).parse(rows(answer))[0];
  if (!found || found.status === 'archived') return null;
  if (found.draft) return { draft: found.draft, until: new Date(said.until * 1000).toISOString() };
  return found.slug === null ? null : { draft: null, slug: found.slug };
}
