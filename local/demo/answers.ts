import { rows, type OnwardDatabase } from '#platform/database.ts';
import { each } from './batches.ts';
import type { DemoRows } from './rows.ts';

/** What people left on rows of the demo: it goes when they go. */
export interface Answers {
  /** Replies to made-up events, without those that the demo came with. */
  rsvps: number;
  /** Requests for made-up programs and groups. */
  signUps: string[];
  /** What visitors told about made-up meetings. */
  reports: number;
}

/** The guests that supabase/seed/ made. */
const seededGuest = (name: string | null, email: string | null) =>
  /^Guest [1-6]$/.test(name ?? '') && /^guest[1-6]@example\.org$/.test(email ?? '');

/** Reads, changes nothing. Throws DatabaseUnavailable. */
export async function answersOn(database: OnwardDatabase, { found }: DemoRows): Promise<Answers> {
  const rsvps = await each(found.events, async (ids) =>
    rows(await database.from('rsvps').select('name, email').in('event_id', ids)),
  );
  const ofPrograms = await each(found.programs, async (ids) =>
    rows(await database.from('sign_ups').select('id').in('program_id', ids)),
  );
  const ofCohorts = await each(found.cohorts, async (ids) =>
    rows(await database.from('sign_ups').select('id').in('cohort_id', ids)),
  );
  const reports = await each(found.meetings, async (ids) =>
    rows(await database.from('meeting_reports').select('id').in('meeting_id', ids)),
  );
  return {
    rsvps: rsvps.filter(({ name, email }) => !seededGuest(name, email)).length,
    signUps: [...new Set([...ofPrograms, ...ofCohorts].map(({ id }) => id))],
    reports: reports.length,
  };
}

/** In words, one line a kind; none when there is nothing. */
export function answerLines({ rsvps, signUps, reports }: Answers): string[] {
  const line = (count: number, one: string, several: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  return [
    ...line(rsvps, 'reply to a made-up event', 'replies to made-up events'),
    ...line(signUps.length, 'sign-up for a made-up program', 'sign-ups for made-up programs'),
    ...line(reports, 'report about a made-up meeting', 'reports about made-up meetings'),
  ];
}
