import type { ListedMeeting } from '../schema.ts';
import { folded } from './folded.ts';

/**
 * What the list leaves out of a meeting and words may match: address, region, group, notes, codes that
 * nobody knows. Folded, each word once, so that what is sent for it stays small.
 */
export function moreText(meeting: ListedMeeting): string {
  const { address, region, groupName, notes, otherTypes, facilitatorFirstName } = meeting;
  const text = [address, region, groupName, notes, ...otherTypes, facilitatorFirstName]
    .filter(Boolean)
    .join(' ');
  return [...new Set(folded(text).split(/[^\p{L}\p{N}@.'’-]+/u))].filter((word) => word.length > 1).join(' ');
}
