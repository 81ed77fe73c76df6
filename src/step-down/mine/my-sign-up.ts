import * as z from 'zod';
import { rows, serviceDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import { closings, reasonsToWait } from '../schema.ts';
import { openReply } from '../sealed-texts.ts';
import { signUpView } from '../sign-ups.ts';

/** What the person's own page shows of their sign-up. */

export type ClosedWhy = (typeof closings)[number];

const found = signUpView.extend({
  waitsFor: z.enum(reasonsToWait),
  closedWhy: z.enum(closings).nullable(),
  askedAt: z.string(),
  /** Sealed. */
  reply: z.string().nullable(),
  alternatives: z.array(z.object({ slug: z.string(), title: z.string() })),
  checkIns: z.array(
    z.object({ months: z.int(), dueAt: z.string(), status: z.enum(['due', 'asked', 'answered']) }),
  ),
  consents: z.array(
    z.object({
      consent: z.uuid(),
      recipientKind: z.string(),
      signedAt: z.string(),
      expiresOn: z.iso.date(),
      revokedAt: z.string().nullable(),
    }),
  ),
});

/** What somebody of the staff wrote to them; 'shut' when there is something that cannot be opened now. */
type Reply = { words: string } | 'shut' | null;

export type MySignUp = Omit<z.infer<typeof found>, 'reply'> & { reply: Reply };

/** Null when the row is gone. Throws DatabaseUnavailable. */
export async function readMySignUp(id: string): Promise<MySignUp | null> {
  const answer = rows(await serviceDatabase().rpc('read_sign_up', { p_sign_up: id })) ?? null;
  const signUp = found.nullable().parse(answer);
  return signUp && { ...signUp, reply: signUp.reply === null ? null : await opened(signUp.reply, id) };
}

/** A key that is missing must not take the rest of the page with it. */
async function opened(reply: string, id: string): Promise<Reply> {
  try {
    const words = (await openReply(reply, id)).trim();
    return words ? { words } : null;
  } catch (error) {
    log({ event: 'reply-not-opened', code: errorCode(error) });
    return 'shut';
  }
}
