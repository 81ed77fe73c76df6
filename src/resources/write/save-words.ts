import type { OnwardDatabase } from '#platform/database.ts';
import { draft, type Draft } from '../draft.ts';
import { resourceOnDesk, type KeptResource } from '../desk/kept-resource.ts';
import { asJson, atTheDesk } from '../desk/outcome.ts';

/** Keeping what somebody writes, as the person who asks. */

export type Saved =
  | { outcome: 'saved'; version: number }
  | { outcome: 'changed-meanwhile'; version: number; by: string | null; at: string }
  | { outcome: 'archived' | 'unknown' };

/**
 * Saves the words of a form made from `version`; with `keep` they become a version to go back to. The same words
 * again are saved already, whatever the version: a press twice, and an answer that was lost, are no conflict.
 * Throws DatabaseUnavailable.
 */
export async function saveWords(
  database: OnwardDatabase,
  kept: KeptResource,
  words: Draft,
  { version, keep }: { version: number; keep: boolean },
): Promise<Saved> {
  // nothing new to publish: not a draft, and not a version
  if (kept.status === 'published' && same(words, kept.words) && (kept.draft === null || !keep)) {
    return { outcome: 'saved', version: kept.version };
  }
  const first = await save(database, kept.id, words, version, keep);
  if (first.outcome !== 'changed-meanwhile') return first;
  const present = await resourceOnDesk(database, kept.id);
  if (!present || !same(present.words, words)) return first;
  return keep
    ? save(database, kept.id, words, present.version, keep)
    : { outcome: 'saved', version: present.version };
}

async function save(
  database: OnwardDatabase,
  id: string,
  words: Draft,
  version: number,
  keep: boolean,
): Promise<Saved> {
  const answer = await atTheDesk(database, 'save_resource', {
    ...{ p_resource: id, p_draft: asJson(words), p_version: version, p_keep: keep },
  });
  const now = answer.version ?? version;
  if (answer.outcome === 'saved') return { outcome: 'saved', version: now };
  if (answer.outcome === 'changed-meanwhile')
    return { outcome: 'changed-meanwhile', version: now, by: answer.by ?? null, at: answer.at ?? '' };
  return { outcome: answer.outcome === 'archived' ? 'archived' : 'unknown' };
}

const same = (one: Draft, other: Draft) =>
  JSON.stringify(draft.parse(one)) === JSON.stringify(draft.parse(other));

/** As it is saved by a press: without blanks around lines, and with addresses that open. */
export const tidyWords = (words: Draft): Draft => ({
  ...words,
  title: words.title.trim(),
  summary: words.summary.trim(),
  links: words.links.map(({ label, url }) => ({ label: label.trim(), url: whole(url) })),
  services: words.services.map((service) => ({ ...service, link: whole(service.link) })),
});

/** People paste addresses with or without `https://`. */
function whole(address: string): string {
  const text = address.trim();
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : text;
}
