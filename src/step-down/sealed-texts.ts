import * as z from 'zod';
import { seal, unseal, type SealedText } from '#platform/sealed.ts';

/** Plain words of staff, sealed: the reply to a person (shown on their own page), and notes. */

const replySubject = (signUp: string) => `${signUp}:reply`;

/** Seals what staff write to the person of a sign-up. */
export const sealReply = (text: string, signUp: string): Promise<SealedText> =>
  seal(text, replySubject(signUp));

/** Opens it again. Throws UnknownSealKey, or jose's error when it was tampered with. */
export const openReply = async (sealed: string, signUp: string): Promise<string> =>
  z.string().parse(await unseal(sealed, replySubject(signUp)));

/** Seals a note for the row `note` of sign_up_notes. */
export const sealNote = (text: string, note: string): Promise<SealedText> => seal(text, note);

export const openNote = async (sealed: string, note: string): Promise<string> =>
  z.string().parse(await unseal(sealed, note));
