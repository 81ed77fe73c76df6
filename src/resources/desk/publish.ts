import type { OnwardDatabase } from '#platform/database.ts';
import { cleaned } from './clean.ts';
import type { KeptResource } from './kept-resource.ts';
import { asJson, atTheDesk, type DeskOutcome } from './outcome.ts';
import type { PublishAction } from './publish-form.ts';
import { slugsFor } from './slugs.ts';

/** As many names in the address as are tried before somebody has to look. */
const names = 50;

/**
 * Puts the words on the site, now or when they are planned: without the empty lines of its lists, under the first
 * name in the address that is free. Throws DatabaseUnavailable.
 */
async function publish(
  database: OnwardDatabase,
  resource: KeptResource,
  { at, expiresAt }: { at: string | null; expiresAt: string | null },
): Promise<DeskOutcome> {
  const words = cleaned(resource.words);
  let { version } = resource;
  if (JSON.stringify(words) !== JSON.stringify(resource.words)) {
    const saved = await atTheDesk(database, 'save_resource', {
      p_resource: resource.id,
      p_draft: asJson(words),
      p_version: version,
      p_keep: false,
    });
    if (saved.outcome !== 'saved' || saved.version === undefined) return saved;
    version = saved.version;
  }
  const slugs = resource.slug === null ? slugsFor(words.title).take(names) : [resource.slug];
  let answer: DeskOutcome = { outcome: 'slug-taken' };
  for (const slug of slugs) {
    answer = await atTheDesk(database, 'publish_resource', {
      p_resource: resource.id,
      p_version: version,
      p_slug: slug,
      ...(at !== null && { p_at: at }),
      ...(expiresAt !== null && { p_expires_at: expiresAt }),
    });
    if (answer.outcome !== 'slug-taken') break;
  }
  return answer;
}

/** Does what was pressed, if the page showed what is there. Throws DatabaseUnavailable. */
export async function act(
  database: OnwardDatabase,
  resource: KeptResource,
  action: PublishAction,
): Promise<DeskOutcome> {
  if (action.version !== resource.version)
    return { outcome: 'changed-meanwhile', by: resource.changed.by, at: resource.changed.at };
  const seen = { p_resource: resource.id, p_version: action.version };
  switch (action.do) {
    case 'publish':
      return publish(database, resource, action);
    case 'unplan':
      return atTheDesk(database, 'drop_draft', { ...seen, p_what: 'plan' });
    case 'send-back':
      return atTheDesk(database, 'review_resource', { ...seen, p_review: 'sent-back', p_note: action.note });
    case 'ask':
      return atTheDesk(database, 'review_resource', { ...seen, p_review: 'asked' });
    case 'take-back':
      return atTheDesk(database, 'review_resource', seen);
  }
}

/** The `done` of the page after it; null when nothing was done. */
export function doneOf(action: PublishAction, { outcome }: DeskOutcome): string | null {
  if (['published', 'scheduled', 'unplanned'].includes(outcome)) return outcome;
  if (outcome !== 'set') return null;
  return { ask: 'asked', 'take-back': 'taken-back', 'send-back': 'sent-back' }[action.do as 'ask'] ?? null;
}
