import type { Draft } from '../draft.ts';
import { missingFor } from './missing.ts';
import type { DeskOutcome } from './outcome.ts';
import type { PublishAction } from './publish-form.ts';
import type { Viewer } from './who.ts';
import { asksForATick } from './words-check.ts';

/** Why a press does nothing, before the database is asked; null when it may be tried. */
export function refusalOf(
  action: PublishAction,
  { publishes }: Pick<Viewer, 'publishes'>,
  words: Draft,
): DeskOutcome | null {
  if (!publishes && (action.do === 'publish' || action.do === 'send-back')) return { outcome: 'not-yours' };
  if (action.do !== 'publish') return null;
  if (missingFor(words).length > 0) return { outcome: 'incomplete' };
  return asksForATick(words) && !action.asIs ? { outcome: 'as-it-is' } : null;
}
