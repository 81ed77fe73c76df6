import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { openWords, type SealedWords } from '../sealed-words.ts';
import { openNote, openReply } from '../sealed-texts.ts';
import { channels, closings, kinds, reasonsToWait, statuses } from '../schema.ts';
import { unsealed, type Unsealed } from './unsealed.ts';

const line = z.object({
  at: z.string(),
  by: z.string().nullable(),
  action: z.string(),
  detail: z.string().nullable(),
});
export type LogLine = z.infer<typeof line>;

const record = z.object({
  id: z.uuid(),
  reference: z.string(),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  language: z.enum(['en', 'es']),
  status: z.enum(statuses),
  closed_why: z.enum(closings).nullable(),
  closed_at: z.string().nullable(),
  owner_id: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  asked_at: z.string(),
  created_at: z.string(),
  waits_for: z.enum(reasonsToWait),
  sealed: z.string(),
  reply: z.string().nullable(),
  alternatives: z.array(z.string()),
  program: z.string().nullable(),
  programSlug: z.string().nullable(),
  cohort: z.string().nullable(),
  startsOn: z.string().nullable(),
  place: z.string().nullable(),
  position: z.int().nullable(),
  notes: z.array(z.object({ id: z.uuid(), at: z.string(), by: z.string().nullable(), sealed: z.string() })),
  log: z.array(line),
});

/** A request as whoever opened it may read it. `words` is null when the person took it back: they are deleted. */
export interface OpenedRecord extends Omit<z.infer<typeof record>, 'sealed' | 'reply' | 'notes'> {
  words: Unsealed<SealedWords> | null;
  reply: Unsealed<string> | null;
  notes: { id: string; at: string; by: string | null; text: Unsealed<string> }[];
}

/** What a copy is for, as the log keeps it. */
export const copyPurposes = ['consent', 'own-request', 'our-team', 'emergency', 'law'] as const;
export type CopyPurpose = (typeof copyPurposes)[number];

/**
 * Opens a request as the person who asks; the look is written down in the same transaction (as an export when
 * it says what the copy is for). Null when there is none. A key that is away shuts only what it sealed.
 * Throws DatabaseUnavailable.
 */
export async function openRecord(
  database: OnwardDatabase,
  id: string,
  copyFor?: CopyPurpose,
): Promise<OpenedRecord | null> {
  const answer = await database.rpc('open_sign_up', {
    p_sign_up: id,
    ...(copyFor && { p_action: 'export', p_detail: copyFor }),
  });
  const found = record.nullable().parse(rows(answer) ?? null);
  if (!found) return null;
  const { sealed, reply, notes, ...clear } = found;
  return {
    ...clear,
    words: found.status === 'withdrawn' ? null : await unsealed(sealed, () => openWords(sealed, id)),
    reply: reply === null ? null : await unsealed(reply, () => openReply(reply, id)),
    notes: await Promise.all(
      notes.map(async (note) => ({
        ...{ id: note.id, at: note.at, by: note.by },
        text: await unsealed(note.sealed, () => openNote(note.sealed, note.id)),
      })),
    ),
  };
}
