import { randomUUID } from 'node:crypto';
import { readAnswerToken } from '#events/answer-token.ts';
import { act } from '#events/guests/guest-actions.ts';
import { rows } from '#platform/database.ts';
import { issueToken, readToken } from '#platform/tokens.ts';
import eventTasks from '../../netlify/functions/event-tasks.ts';
import { inClear } from './planted.ts';
import { tokenOf } from './personal-links.ts';
import type { Answered, RsvpDesk } from './rsvp-desk.ts';
import { staffClient } from './staff-client.ts';

/**
 * An answer with every field, changed, from the line to a seat; others cancelled and taken up again; the door; what
 * staff write. Returns the token of the guest’s own page.
 */
export async function plantGuests(desk: RsvpDesk, answers: Response[]): Promise<string> {
  const questions = [{ id: 'who', label: 'Who comes along?', kind: 'text', required: false }];
  const slug = await desk.event({
    capacity: 2,
    asksFood: true,
    asksChildren: true,
    asksConduct: true,
    questions,
  });
  const kept = ({ response, body }: Answered) => {
    answers.push(response);
    const token = tokenOf(body);
    // who left a number gets the link to their page at once, since no mail brings it
    return readToken(token) ? token : issueToken('rsvp', readAnswerToken(token)?.id ?? '');
  };
  const first = kept(
    await desk.rsvp(slug, { partySize: 2, email: 'first@example.org', name: 'First', agreeToConduct: true }),
  );
  const all = {
    ...{ name: inClear.guestName.words, email: inClear.guestEmail.words, partySize: 2, children: 1 },
    ...{ accessNeeds: inClear.needs.words, food: 'anything', answers: { who: inClear.answer.words } },
    agreeToConduct: true,
  };
  const guest = kept(await desk.rsvp(slug, all));
  // somebody else with the same address is told what looks the same
  kept(await desk.rsvp(slug, all));
  const byPhone = kept(
    await desk.rsvp(slug, { name: 'Third', phone: inClear.guestPhone.words, agreeToConduct: true }),
  );
  const does = async (fields: Record<string, unknown>) => answers.push((await desk.change(fields)).response);
  await does({ token: guest, action: 'update', food: inClear.food.words });
  await does({ token: first, action: 'cancel' });
  await desk.settled();
  await does({ token: first, action: 'rejoin' });
  await does({ token: byPhone, action: 'cancel' });
  await does({ token: byPhone, action: 'rejoin' });

  const coordinator = await staffClient(desk.stack, 'coordinator');
  const [event] = await desk.query<{ id: string }>(`select id from public.events where slug = '${slug}'`);
  const id = readToken(byPhone)?.id ?? '';
  const removed = await act(coordinator, id, { action: 'remove', reason: inClear.reason.words });
  if (removed !== 'removed') throw new Error(`A guest was to be removed: ${removed}`);
  rows(await coordinator.rpc('open_guests', { p_event: event?.id ?? '', p_what: 'list' }));
  rows(
    await coordinator.rpc('write_to_guests', {
      ...{ p_event: event?.id ?? '', p_audience: 'going', p_body: inClear.message.words },
    }),
  );
  await desk.query(
    `update public.events set starts_at = date_trunc('minute', now()) + interval '1 hour', rsvp_closes_at = now() where slug = '${slug}'`,
  );
  await desk.query(`update public.rsvps set created_at = now() - interval '2 days'`);
  answers.push(await eventTasks(new Request(desk.stack.origin), desk.context));
  await desk.settled();
  await act(coordinator, readToken(guest)?.id ?? '', { action: 'arrive', count: 1, was: 0 });
  await desk.query(`select public.set_event_capacity('${event?.id ?? ''}', 9)`);
  rows(
    await coordinator.rpc('walk_in', {
      ...{ p_event: event?.id ?? '', p_rsvp: randomUUID(), p_name: inClear.walkIn.words, p_party: 1 },
    }),
  );
  return guest;
}
