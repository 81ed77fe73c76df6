import { randomUUID } from 'node:crypto';
import { rows } from '#platform/database.ts';
import { publicSupabase } from '#platform/supabase.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import reports from '../../netlify/functions/meetings-reports.ts';
import { post } from './desk-calls.ts';
import { plantGuests } from './planted-guests.ts';
import { plantRequests } from './planted-requests.ts';
import { plantOutages, plantRefusals } from './planted-trouble.ts';
import { inClear, nowhere } from './planted.ts';
import type { RsvpDesk } from './rsvp-desk.ts';
import { staffClient } from './staff-client.ts';

/** Every way in which the functions are told something of a person, each gone once with planted words. */

export interface Journeys {
  /** Every answer, of whichever function. */
  answers: Response[];
  /** Of the guest whose answer stands, for their own page. */
  guestLink: string;
  /** Of two requests that are open still. */
  signUp: string;
  checkIns: string;
}

export async function goEveryWay(desk: RsvpDesk): Promise<Journeys> {
  const answers: Response[] = [];
  const guestLink = await plantGuests(desk, answers);
  const asked = await plantRequests(desk, answers);
  await reportMeeting(desk, answers);
  await invite(desk);
  await plantRefusals(desk, answers);
  await plantOutages(desk, answers);
  await desk.settled();
  return { answers, guestLink, ...asked };
}

async function reportMeeting(desk: RsvpDesk, answers: Response[]): Promise<void> {
  const body = {
    ...{ kind: 'new', name: inClear.reportName.words, message: inClear.reportWords.words },
    ...{ proposed: { location: inClear.reportPlace.words }, contact: inClear.reportContact.words },
  };
  const { status } = await post(desk, reports, '/api/meetings/reports', body, answers);
  if (status !== 202) throw new Error(`The report was answered ${status}`);
  const coordinator = await staffClient(desk.stack, 'coordinator');
  const [report] = await desk.query<{ id: string }>('select id from public.meeting_reports');
  rows(await coordinator.rpc('open_report', { p_report: report?.id ?? '' }));
}

/** An invitation, the account that comes of it, codes asked for and tried. */
async function invite(desk: RsvpDesk): Promise<void> {
  const admin = await staffClient(desk.stack, 'admin');
  const { words: p_email } = inClear.newStaffEmail;
  const invitation = { p_id: randomUUID(), p_email, p_name: inClear.newStaffName.words, p_role: 'editor' };
  rows(await admin.rpc('invite_staff', invitation));
  await deliverMail(new Request(desk.stack.origin), desk.context);
  for (const email of [p_email, nowhere.strangerEmail]) {
    const { auth } = publicSupabase();
    await auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
    await auth.verifyOtp({ email, token: '000000', type: 'magiclink' });
  }
}
