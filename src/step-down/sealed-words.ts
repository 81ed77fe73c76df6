import * as z from 'zod';
import { seal, unseal, type SealedText } from '#platform/sealed.ts';
import { channels, type SignUpRequest } from './schema.ts';

/** What is sealed of a sign-up: everything that tells who the person is or what they wrote. */
const sealedWords = z.object({
  nameToUse: z.string(),
  contact: z.object({
    channel: z.enum(channels),
    value: z.string(),
    safeToLeaveMessage: z.boolean(),
    safeToText: z.boolean().optional(),
    safeToSayWho: z.boolean().optional(),
  }),
  bestTimes: z.array(z.string()).optional(),
  note: z.string().optional(),
  accessNeeds: z.string().optional(),
});

export type SealedWords = z.infer<typeof sealedWords>;

/** Seals a request's words for the row `id`; they open for that row only. */
export function sealWords(request: SignUpRequest, id: string): Promise<SealedText> {
  // the schema of what is opened picks what is sealed
  return seal(sealedWords.parse(request), id);
}

export async function openWords(sealed: string, id: string): Promise<SealedWords> {
  return sealedWords.parse(await unseal(sealed, id));
}
