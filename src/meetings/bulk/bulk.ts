import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, type Json, type OnwardDatabase } from '#platform/database.ts';
import { openForm, sealForm } from '#platform/sealed-form.ts';

/** Several meetings changed at once, and back again: as the person who asks, row level security decides. */

export const bulkActions = ['confirm', 'unlist'] as const;
export type BulkAction = (typeof bulkActions)[number];

const was = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(['listed', 'gone']),
  confirmedAt: z.string().nullable(),
  /** As the change left it: what somebody changes after that is theirs. */
  updatedAt: z.string(),
});
/** What a meeting was before it was changed with others. */
export type Was = z.infer<typeof was>;

/** Does it to those of them that are listed, and returns what they were. Throws DatabaseUnavailable. */
export async function changeMeetings(
  database: OnwardDatabase,
  meetings: string[],
  action: BulkAction,
): Promise<Was[]> {
  return z
    .array(was)
    .parse(rows(await database.rpc('change_meetings', { p_meetings: meetings, p_do: action })));
}

const undone = z.object({
  undone: z.number(),
  others: z.array(z.object({ slug: z.string(), name: z.string() })),
});
/** How many are again what they were, and which somebody changed meanwhile: those stay. */
export type Undone = z.infer<typeof undone>;

export async function undoMeetings(database: OnwardDatabase, before: Was[]): Promise<Undone> {
  return undone.parse(rows(await database.rpc('undo_meetings', { p_were: before as unknown as Json })));
}

const kind = { audience: 'meetings-undo' };
const claims = z.object({ jti: z.uuid(), action: z.enum(bulkActions), were: z.array(was).max(200) });
const minutes = 60;

/** What the press “Undo” carries: what they were, sealed for an hour. */
export async function undoToken(
  action: BulkAction,
  were: Was[],
  clock: Clock = systemClock,
): Promise<string> {
  const until = Math.floor(clock().epochMilliseconds / 1000) + minutes * 60;
  return sealForm(kind, { id: crypto.randomUUID(), claims: { action, were }, until }, clock);
}

/** What a token carries, or null: forged, or too old. */
export async function openUndo(
  token: string,
  clock: Clock = systemClock,
): Promise<{ action: BulkAction; were: Was[] } | null> {
  const opened = await openForm(kind, token, clock);
  return opened && !opened.expired ? (claims.safeParse(opened.payload).data ?? null) : null;
}
