import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { counted, type TodayLine } from '#platform/today-line.ts';

/** Mails of every room that did not arrive, for those of the staff whose work they are about. */

const row = z.object({
  id: z.uuid(),
  kind: z.string(),
  status: z.enum(['failed', 'unknown']),
  created_at: z.string(),
  rsvp: z.object({ event: z.object({ slug: z.string(), title: z.string() }) }).nullable(),
  sign_up: z.object({ reference: z.string() }).nullable(),
  source: z.object({ slug: z.string(), name: z.string() }).nullable(),
});

export interface Undelivered {
  id: string;
  /** What it was about, in words. */
  about: string;
  /** Where more about it stands, if there is such a page. */
  href: string | null;
  /** It may have arrived all the same: who tries it again may send it twice. */
  mayHaveArrived: boolean;
  createdAt: string;
}

interface Reader {
  role: 'editor' | 'coordinator' | 'clinician' | 'admin';
  database: OnwardDatabase;
}

/** Those that are this person's to deal with, the oldest first. Throws DatabaseUnavailable. */
export async function undeliveredFor({ role, database }: Reader): Promise<Undelivered[]> {
  if (role === 'editor') return [];
  const answer = await database
    .from('outbox')
    .select(
      'id, kind, status, created_at, rsvp:rsvps(event:events(slug, title)), sign_up:sign_ups(reference), source:meeting_sources(slug, name)',
    )
    // by what they are not: @supabase/lite 0.10 takes “unknown” in a filter for SQL's unknown, and finds none
    .not('status', 'in', '(queued,sending,sent,dropped)')
    .order('created_at')
    .limit(500);
  const mine = z.array(row).parse(rows(answer)).filter(isFor(role));
  return mine.map(({ rsvp, sign_up: signUp, source, ...mail }) => ({
    id: mail.id,
    ...aboutOf({ kind: mail.kind, rsvp, sign_up: signUp, source }),
    mayHaveArrived: mail.status === 'unknown',
    createdAt: mail.created_at,
  }));
}

const isAlert = (kind: string) => kind.startsWith('alert-');

type About = Pick<z.infer<typeof row>, 'kind' | 'rsvp' | 'sign_up' | 'source'>;

/** The same people who may settle it (private.settle_mail). */
const isFor = (role: Reader['role']) => {
  return ({ kind, rsvp, source }: About): boolean => {
    if (role === 'admin') return true;
    const keepers = rsvp !== null || source !== null;
    if (kind === 'staff-welcome' || isAlert(kind)) return false;
    return keepers ? role === 'coordinator' : role === 'clinician';
  };
};

function aboutOf({ kind, rsvp, sign_up: signUp, source }: About): Pick<Undelivered, 'about' | 'href'> {
  if (rsvp) {
    const about = `To a guest of “${rsvp.event.title}”`;
    return { about, href: `/staff/events/${rsvp.event.slug}/guests/` };
  }
  if (source) {
    const about = `To one of the team, about the list “${source.name}”`;
    return { about, href: `/staff/meetings/feeds/${source.slug}/` };
  }
  if (kind === 'staff-welcome')
    return { about: 'The welcome to somebody new on the team', href: '/staff/team/' };
  if (isAlert(kind)) return { about: 'To an admin, about the site itself', href: null };
  if (signUp) return { about: `About the request ${signUp.reference}`, href: '/staff/step-down/' };
  return { about: 'The daily mail about the queue', href: '/staff/step-down/' };
}

export const mailLines = (mails: Pick<Undelivered, 'about'>[]): TodayLine[] =>
  mails.length === 0
    ? []
    : [
        {
          when: 'now',
          href: '/staff/mail/',
          text: `${counted(mails.length, 'mail', 'mails')} could not be delivered`,
          more: mails.length === 1 ? mails[0]?.about : undefined,
        },
      ];

/** Sends one again, or lets it be. False when it does not wait for that any more. Throws DatabaseUnavailable. */
export const settleMail = async (database: OnwardDatabase, id: string, again: boolean): Promise<boolean> =>
  rows(await database.rpc('settle_mail', { p_mail: id, p_again: again }));
