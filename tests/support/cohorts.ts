import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { call, type Client } from './postgres.ts';

/** Cohorts, people who sign up for them, and staff, on a real PostgreSQL. */

/** A sealed text as the database sees it, with a mark to find it by. */
export const sealedText = (mark: string) => `${mark.padEnd(100, 'a')}..b.${'c'.repeat(100)}.d`;

export const staff = {
  clinician: '00000000-0000-4000-8000-000000000001',
  second: '00000000-0000-4000-8000-000000000002',
  coordinator: '00000000-0000-4000-8000-000000000003',
  admin: '00000000-0000-4000-8000-000000000004',
  editor: '00000000-0000-4000-8000-000000000005',
} as const;
export type StaffPerson = keyof typeof staff;

export async function addStaff(owner: Client): Promise<void> {
  for (const [person, id] of Object.entries(staff)) {
    await owner.unsafe('insert into auth.users (id, email) values ($1, $2)', [id, `${person}@example.org`]);
    await owner.unsafe(
      'insert into public.staff (user_id, email, display_name, role) values ($1, $2, $3, $4)',
      [id, `${person}@example.org`, person, person === 'second' ? 'clinician' : person],
    );
  }
}

/** Does something as one of the staff, as PostgREST would. */
export async function asStaff<Answer>(
  client: Client,
  person: StaffPerson,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const claims = JSON.stringify({ role: 'authenticated', sub: staff[person] });
  await client.unsafe('begin');
  try {
    await client.unsafe("select set_config('request.jwt.claims', $1, true)", [claims]);
    await client.unsafe("select set_config('request.jwt.claim.sub', $1, true)", [staff[person]]);
    await client.unsafe('set local role authenticated');
    const answer = await work(client);
    await client.unsafe('commit');
    return answer;
  } catch (error) {
    await client.unsafe('rollback');
    throw error;
  }
}

const fields = {
  ...{ program: 'evening', endsOn: null, weekdays: [1, 3], startTime: '17:30', endTime: '20:30' },
  ...{
    timeZone: 'America/Denver',
    format: 'online',
    placeName: null,
    language: 'en',
    ledBy: null,
    status: 'open',
  },
};
export const cohortFields = (slug: string, seats: number | null) => ({
  ...fields,
  slug,
  seats,
  startsOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
});

export async function addProgram(owner: Client): Promise<void> {
  await owner.unsafe(
    `insert into public.programs (slug, title, level, summary, week, status)
     values ('evening', 'Evening', 'iop-evening', 'Three evenings.', 'Nine hours', 'published')`,
  );
}

/** Adds an open cohort in thirty days and returns its pool. */
export async function addCohort(owner: Client, slug: string, seats: number | null): Promise<string> {
  await call(owner, 'public.create_cohort(($1::text)::jsonb)', [JSON.stringify(cohortFields(slug, seats))]);
  return call<string>(owner, '(select pool_id from public.cohorts where slug = $1)', [slug]);
}

export interface Taken {
  outcome: string;
  signUp: string;
  place: 'held' | 'waiting' | null;
}

let references = 0;
export const signUp = (
  client: Client,
  person: string,
  cohort: string | null,
  { kind = 'program', channel = 'email', days = [] as { months: number; dueAt: string }[] } = {},
): Promise<Taken> =>
  call<Taken>(
    client,
    `public.create_sign_up($1, $2, $3, $4, $5, 'key-1', $6, p_program => $7, p_cohort => $8, p_check_ins => ($9::text)::jsonb)`,
    [
      randomUUID(),
      `AAAA-${String(++references).padStart(4, '0')}`,
      kind,
      channel,
      sealedText(person),
      person.padEnd(43, 'k'),
      cohort && 'evening',
      cohort,
      JSON.stringify(days),
    ],
  );

/**
 * What somebody waits for or holds belongs to a request that is open, or to somebody who started: their seat is
 * theirs, even when the request has been deleted.
 */
export async function expectPlacesOfPeople(owner: Client): Promise<void> {
  const wrong = await owner.unsafe(`
    select place.id, place.status, mine.status as of, mine.closed_why
    from public.places place join public.sign_ups mine on mine.place_id = place.id
    where (mine.closed_at is null and place.status = 'released')
      or (mine.closed_why = 'started' and place.status = 'waiting')
      or (mine.closed_why <> 'started' and place.status <> 'released')
      or place.pool_id <> (select pool_id from public.cohorts where id = mine.cohort_id)`);
  expect([...wrong]).toEqual([]);
  const nobodys = await owner.unsafe<{ seats: number; started: number }[]>(`
    select
      (select count(*)::integer from public.places place
        where status <> 'released' and not exists (select from public.sign_ups where place_id = place.id)) as seats,
      (select count(*)::integer from public.audit_log line
        where detail = 'started' and not exists (select from public.sign_ups where id = line.subject_id)) as started`);
  expect(nobodys[0]?.seats).toBeLessThanOrEqual(nobodys[0]?.started ?? 0);
}

/** Everybody holds a seat who came before anybody who waits for one. */
export async function expectNobodyPassed(owner: Client): Promise<void> {
  const passed = await owner.unsafe(`
    select waiting.id from public.places waiting join public.places held using (pool_id)
    where waiting.status = 'waiting' and held.status = 'held' and held.queue_number > waiting.queue_number`);
  expect([...passed]).toEqual([]);
}
