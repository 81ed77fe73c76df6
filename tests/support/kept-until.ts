import { randomUUID } from 'node:crypto';
import { serviceFiles } from '#platform/file-store.ts';
import { putBytes } from '#resources/files/bytes.ts';
import { sealedText } from './cohorts.ts';
import { Gathering } from './gathering.ts';
import type { TestStack } from './stack.ts';

/**
 * One of everything that is kept for a time, as if its time had begun at an SQL moment: "the event ends" at that
 * moment, or the sign-up was closed then. By the words of the column “Kept” of docs/privacy.md.
 */
export const beginnings: Record<string, (stack: TestStack, moment: string) => Promise<unknown>> = {
  'the event ends': eventThatEnds,
  'it was closed or withdrawn': (stack, moment) => signUpClosed(stack, moment),
  'it was taken back or its last day was over': consentThatEnded,
  'it was settled': (stack, moment) => report(stack, "'declined'", moment, `${moment} - interval '1 day'`),
  'it came in': (stack, moment) => report(stack, "'open'", 'null', moment),
  'the window began': (stack, moment) =>
    stack.database.execute(
      `insert into public.rate_limits (bucket, window_start) values ('${randomUUID()}', ${moment})`,
    ),
  'they came': bytesOfNothing,
};

/** An event with a guest who wants something, one who cancelled and one who walked in, and all that belongs to them. */
async function eventThatEnds(stack: TestStack, moment: string): Promise<void> {
  const event = await Gathering.plan(
    stack,
    { asksFood: true, format: 'in-person' },
    { address: '4 Mill Street' },
  );
  const person = randomUUID().slice(0, 8);
  const guest = await event.answer(`comes-${person}`, 2, { food: 'No nuts' });
  const other = await event.answer(`cancels-${person}`);
  await event.write('going', 'Bring a coat.');
  await event.change({ title: 'Another evening' });
  await stack.database.execute(`
    update public.rsvps set access_needs = 'A ramp' where id = '${guest}';
    select public.cancel_rsvp('${other}');
    select public.walk_in('${event.id}', gen_random_uuid(), 'Sam', 1);
    with pool as (insert into public.seat_pools (capacity) values (4) returning id),
      session as (
        insert into public.event_sessions (event_id, pool_id, title, starts_at, ends_at)
        select '${event.id}', id, 'Letters', now(), now() + interval '1 hour' from pool returning id
      )
      insert into public.rsvp_sessions (rsvp_id, session_id) select '${guest}', id from session;
    insert into public.rsvp_echoes (id, rsvp_id, pool_id, idempotency_key, status, party_size)
      select gen_random_uuid(), '${guest}', pool_id, '${randomUUID()}', 'going', 2 from public.events where id = '${event.id}';
    update public.events set starts_at = ${moment} - interval '2 hours', ends_at = ${moment},
      rsvp_closes_at = ${moment} - interval '3 hours' where id = '${event.id}';`);
}

async function signUpClosed({ database }: TestStack, moment: string): Promise<string> {
  const id = randomUUID();
  await database.execute(`
    select public.create_sign_up(
      p_id => '${id}', p_reference => '${id.slice(0, 4).toUpperCase()}-${id.slice(9, 13).toUpperCase()}',
      p_kind => 'check-ins', p_channel => 'email', p_sealed => '${sealedText('x')}', p_key_id => 'test-1',
      p_contact_key => '${`k${id}`.padEnd(43, 'k')}', p_idempotency_key => '${id}',
      p_check_ins => '[{"months": 1, "dueAt": "2030-01-01T12:00:00Z"}]');
    insert into public.sign_up_notes (id, sign_up_id, sealed, key_id)
      values (gen_random_uuid(), '${id}', '${sealedText('n')}', 'test-1');
    update public.sign_ups set status = 'closed', closed_why = 'answered', closed_at = ${moment} where id = '${id}';`);
  return id;
}

const sealedName = `${'a'.repeat(60)}..${'b'.repeat(16)}.${'c'.repeat(40)}.${'d'.repeat(22)}`;
/** One that was taken back at the moment, and one whose last day was over then, where it is just midnight. */
async function consentThatEnded({ database }: TestStack, moment: string): Promise<void> {
  await database.execute(`
    insert into public.consent_texts (version, scope, language, body, body_hash)
      select '2026-11', 'general', 'en', body, encode(sha256(convert_to(body, 'UTF8')), 'hex')
      from (values (repeat('word ', 50))) as text (body) on conflict do nothing;
    insert into public.consents (
      id, patient_name, discloser, information, recipient_kind, recipient, purpose, revocation, time_zone, signature,
      signed_at, signed_on, created_at, scope, text_version, language, text_hash, key_id, expires_on, revoked_at
    )
    select gen_random_uuid(), '${sealedName}', 'The program', '{dates}', 'family', '${sealedName}', 'support-at-home',
      'In writing, at any time, but for what was told before.', zone, '${sealedName}', signed,
      (signed at time zone zone)::date, signed, scope, version, language, body_hash, 'test-1',
      (ends at time zone zone)::date - 1 + more, taken_back
    from public.consent_texts text
    cross join lateral (
      select ${moment} as ends, ${moment} - interval '30 days' as signed,
        '<midnight>+' || to_char(${moment} at time zone 'UTC', 'HH24:MI:SS') as zone
    ) as here
    cross join lateral (values (60, ends), (0, null)) as ending (more, taken_back)
    where text.version = '2026-11' and text.scope = 'general' and text.language = 'en';`);
}

const report = ({ database }: TestStack, status: string, settled: string, cameIn: string) =>
  database.execute(`
    insert into public.meeting_reports (kind, name, message, contact, status, handled_at, created_at, submission_key)
    values ('new', 'Porch light', 'Mondays', 'ana@example.org', ${status}, ${settled}, ${cameIn}, '${randomUUID()}')`);

async function bytesOfNothing({ database }: TestStack, moment: string): Promise<void> {
  const path = `${randomUUID()}/${randomUUID()}`;
  if (!(await putBytes(serviceFiles(), path, Buffer.from('%PDF-1.4'), 'application/pdf')))
    throw new Error('Storage took no file');
  await database.execute(`update storage.objects set created_at = ${moment} where name = '${path}'`);
}
