import type { Response } from 'undici';
import { isTooLarge, Refused } from './feed-trouble.ts';
import { isChallenge, troubles } from './import/read-feed.ts';

/** What a feed may take after unpacking, in bytes. */
export const feedSizeLimit = 25 * 1024 * 1024;

/** The body, read piece by piece and given up as soon as it is too large. */
export async function textOf(response: Response): Promise<string> {
  const { body, headers, ok, status } = response;
  if (ok && Number(headers.get('content-length') ?? 0) > feedSizeLimit) throw isTooLarge();
  const decoder = new TextDecoder();
  const limit = ok ? feedSizeLimit : 64 * 1024;
  let text = '';
  let size = 0;
  for await (const chunk of body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.byteLength;
    if (size > limit && ok) throw isTooLarge();
    text += decoder.decode(bytes, { stream: true });
    if (size > limit) break;
  }
  text += decoder.decode();
  if (ok) return text;
  // An error page may be a check for robots, which is worth saying.
  if (isChallenge(text)) throw new Refused('challenge', troubles.challenge);
  throw new Refused(`status-${status}`, `The server answered with an error (${status}).`);
}
