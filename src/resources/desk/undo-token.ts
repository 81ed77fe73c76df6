import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { openForm, sealForm } from '#platform/sealed-form.ts';
import type { WayBack } from './bulk.ts';

/** The way back from one press, held by the page that offers it: for who pressed, and for an hour. */

const kind = { audience: 'resources-undo' };
const seconds = 60 * 60;

const claims = z.object({
  was: z.record(z.uuid(), z.object({ version: z.int(), standing: z.record(z.string(), z.json()) })),
});

/** `subject`: whose press it was. */
export const sealUndo = (subject: string, was: WayBack, clock: Clock = systemClock): Promise<string> =>
  sealForm(
    kind,
    {
      id: randomUUID(),
      subject,
      claims: { was },
      until: Math.floor(clock().epochMilliseconds / 1000) + seconds,
    },
    clock,
  );

/** The way back, or null when the hour is over or it is somebody else's. */
export async function openUndo(
  subject: string,
  token: string,
  clock: Clock = systemClock,
): Promise<WayBack | null> {
  const opened = await openForm(kind, token, clock, subject);
  return opened && !opened.expired ? (claims.safeParse(opened.payload).data?.was ?? null) : null;
}
