import * as z from 'zod';
import type { OutboxRow } from '#mail/letter.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import { readRsvp } from '../rsvps.ts';
import { eventChanges, sumOfChanges, type EventChanges } from './changes.ts';

/** What mails are written from, besides the RSVP itself. Throws DatabaseUnavailable. */

const toldChange = z.object({
  id: z.uuid(),
  status: z.string(),
  change: z.object({ changes: eventChanges }).nullable(),
});

/**
 * All that changed since this person last heard of a change; null when a later mail, on its way too, will
 * tell it.
 */
export async function untoldChanges({ id, rsvp_id: rsvp }: OutboxRow): Promise<EventChanges | null> {
  const mails = z.array(toldChange).parse(
    rows(
      await serviceDatabase()
        .from('outbox')
        .select('id, status, change:event_changes(changes)')
        .eq('kind', 'event-changed')
        .eq('rsvp_id', rsvp ?? '')
        .order('transition'),
    ),
  );
  const place = mails.findIndex((mail) => mail.id === id);
  if (mails.slice(place + 1).some(({ status }) => status === 'queued' || status === 'sending')) return null;
  const lastTold = mails.findLastIndex(
    ({ status }, at) => at < place && (status === 'sent' || status === 'unknown'),
  );
  return sumOfChanges(mails.slice(lastTold + 1, place + 1).flatMap(({ change }) => change?.changes ?? []));
}

const message = z.object({ audience: z.enum(['going', 'waiting', 'everybody']), body: z.string() });

/** What staff wrote to the guests; null when it is deleted. */
export async function readMessage(id: string) {
  const { data, error, status } = await serviceDatabase()
    .from('event_messages')
    .select('audience, body')
    .eq('id', id)
    .maybeSingle();
  return message.nullable().parse(rows({ data, error, status }));
}

/** Of this person's dates in the series, those answered and those given up in the moment that queued the mail. */
export async function datesOfTheMoment(
  { rsvp, email, event }: RsvpDetails,
  { created_at: moment }: OutboxRow,
): Promise<{ answered: RsvpDetails[]; left: RsvpDetails[] }> {
  const ofTheMoment = rows(
    await serviceDatabase()
      .from('rsvps')
      .select('id, contact, cancelled_at, event:events!inner(series_id)')
      .eq('event.series_id', event.seriesId ?? rsvp)
      .or(`created_at.eq."${moment}",cancelled_at.eq."${moment}"`),
  );
  // told apart here: what a request asks for stands in its address, and addresses are written into logs
  const found = ofTheMoment.filter(({ contact }) => contact === email?.toLowerCase());
  const read = (await Promise.all(found.map(({ id }) => readRsvp(id)))).filter((one) => one !== null);
  const isLeft = new Set(found.filter((one) => one.cancelled_at === moment).map(({ id }) => id));
  return {
    answered: read.filter(({ rsvp: id, status }) => !isLeft.has(id) && status === 'going'),
    left: read.filter(({ rsvp: id, status }) => isLeft.has(id) && status === 'cancelled'),
  };
}

/** Whether a calendar may hold an entry of this answer: a mail with one went out, or may have. */
export async function wasInvited({ rsvp, event }: RsvpDetails): Promise<boolean> {
  // the entry of a date may have come with the mail of another
  if (event.seriesId !== null) return true;
  const invited = rows(
    await serviceDatabase()
      .from('outbox')
      .select('id')
      .eq('rsvp_id', rsvp)
      .in('kind', ['rsvp-going', 'rsvp-promoted', 'rsvp-reminder'])
      .in('status', ['sent', 'unknown'])
      .limit(1),
  );
  return invited.length > 0;
}
