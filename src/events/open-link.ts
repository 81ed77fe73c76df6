import { readToken } from '#platform/tokens.ts';
import { readAnswerToken } from './answer-token.ts';
import type { Opened } from './manage.ts';

/** What the token of a link about an event opens, or null. */
export async function openLink(token: string): Promise<Opened | null> {
  const opened = readToken(token);
  if (opened) return opened.purpose === 'rsvp' ? { rsvp: opened.id } : null;
  const answer = readAnswerToken(token);
  return answer && { answer };
}
