import type { DeskRow } from './desk-row.ts';
import type { Viewer } from './who.ts';

/** Where a resource stands for whoever looks, and what they do next comes first. */

export const standings = [
  'waits',
  'sent-back',
  'mine',
  'planned',
  'again',
  'others',
  'published',
  'archived',
] as const;
export type Standing = (typeof standings)[number];

export const standingTitles: Record<Standing, string> = {
  waits: 'Waiting for a second look',
  'sent-back': 'Sent back to you',
  mine: 'Your drafts',
  planned: 'Planned',
  again: 'To be looked at again',
  others: 'Drafts of others',
  published: 'On the site',
  archived: 'Archived',
};

/** So many days before its date a text is due to be looked at again. */
export const soonDays = 30;

type Standable = Pick<DeskRow, 'status' | 'hasDraft' | 'review' | 'publishAt' | 'reviewBy' | 'author'>;

/** The one place of a resource on the desk. `soon` is the day {@link soonDays} from today. */
export function standingOf(row: Standable, viewer: Viewer, soon: string): Standing {
  const own = row.author.id === viewer.id;
  if (row.status === 'archived') return 'archived';
  if (row.review === 'asked') return 'waits';
  if (row.review === 'sent-back' && own) return 'sent-back';
  if (row.publishAt !== null) return 'planned';
  if (row.hasDraft && own) return 'mine';
  if (row.status === 'published' && row.reviewBy !== null && row.reviewBy <= soon) return 'again';
  return row.hasDraft ? 'others' : 'published';
}

/** The order of the list: to look at what others wait for is the next thing only for who publishes. */
export const standingOrder = ({ publishes }: Viewer): Standing[] =>
  publishes ? [...standings] : ['sent-back', 'mine', 'waits', ...standings.slice(3)];
