import { rows, serviceDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import { seal, UnknownSealKey } from '#platform/sealed.ts';
import { keyedHash } from '#platform/tokens.ts';
import { openWords, type SealedWords } from '../sealed-words.ts';
import { readSealed } from '../sign-ups.ts';
import type { Reach } from './reach-form.ts';

/** How it is safe to reach a person, read and changed for them. */

/** 'ended': there is nobody to reach any more. 'shut': the key to it is not at hand. */
type Found = { words: SealedWords; sealed: string } | 'ended' | 'shut';

/** What they told us. Throws DatabaseUnavailable. */
export async function readReach(id: string): Promise<Found> {
  const signUp = await readSealed(id);
  if (!signUp || signUp.status === 'closed') return 'ended';
  try {
    return { words: await openWords(signUp.sealed, id), sealed: signUp.sealed };
  } catch (error) {
    if (!(error instanceof UnknownSealKey)) throw error;
    log({ event: 'sign-up-not-opened', code: errorCode(error) });
    return 'shut';
  }
}

/** Somebody else may have changed it while it was read: then once more, from how it is now. */
const tries = 2;

/**
 * Puts the new way in the place of the old; everything else they wrote stays. 'busy': it was changed each
 * time between reading and writing. Throws DatabaseUnavailable.
 */
export async function changeReach(
  id: string,
  { contact, bestTimes }: Reach,
): Promise<'changed' | 'ended' | 'shut' | 'busy'> {
  for (let time = 1; time <= tries; time++) {
    const found = await readReach(id);
    if (typeof found === 'string') return found;
    const { bestTimes: _before, contact: _old, ...others } = found.words;
    const words = { ...others, contact, ...(bestTimes && { bestTimes }) } satisfies SealedWords;
    const { sealed, keyId } = await seal(words, id);
    const answer = await serviceDatabase().rpc('reseal_sign_up', {
      p_sign_up: id,
      p_before: found.sealed,
      p_sealed: sealed,
      p_key_id: keyId,
      p_channel: contact.channel,
      p_contact_key: keyedHash('contact', contact.value.toLowerCase()),
    });
    if (rows(answer)) return 'changed';
  }
  return 'busy';
}
