import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { readAnswerToken } from '#events/answer-token.ts';
import { act as actOnGuest } from '#events/guests/guest-actions.ts';
import { publicDatabase, rows, type OnwardDatabase } from '#platform/database.ts';
import { setEnvironment } from '#platform/environment.ts';
import { issueToken, readToken } from '#platform/tokens.ts';
import { consentForm } from '#step-down/consent/sent.ts';
import { act as actOnConsent, signerOf } from '#step-down/consent/sign.ts';
import { intakePeople } from '#step-down/intake/people.ts';
import { act as actOnRecord } from '#step-down/intake/record-actions.ts';
import { recordForm } from '#step-down/intake/record-form.ts';
import { openRecord } from '#step-down/intake/record.ts';
import { changeReach } from '#step-down/mine/reach.ts';
import { freePort } from '../../local/node-server.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import eventTasks from '../../netlify/functions/event-tasks.ts';
import reports from '../../netlify/functions/meetings-reports.ts';
import stepDownTasks from '../../netlify/functions/step-down-tasks.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { inClear, nowhere } from './planted.ts';
import { tokenOf, type Answered, type RsvpDesk } from './rsvp-desk.ts';

/** Every way in which the functions are told something of a person, each gone once with planted words. */

export interface Journeys {
  /** Every answer, of whichever function. */
  answers: Response[];
  /** Of the guest whose answer stands, for their own page. */
  guestLink: string;
  signUp: string;
  checkIns: string;
}

type Handler = typeof signUps;

async function post(desk: RsvpDesk, handler: Handler, path: string, body: unknown, answers: Response[]) {
  const answer = await handler(
    new Request(`${desk.stack.origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    desk.context,
  );
  answers.push(answer);
  return { status: answer.status, body: (await answer.clone().json()) as Record<string, string> };
}

export async function signedInAs({ stack }: RsvpDesk, role: string): Promise<OnwardDatabase> {
  const database = publicDatabase();
  const email = `${role}@juniperhollow.example`;
  await database.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
  const token = /\b\d{6}\b/.exec(stack.mail.messages[0]?.html ?? '')?.[0] ?? '';
  const { error } = await database.auth.verifyOtp({ email, token, type: 'magiclink' });
  if (error) throw new Error(`${role} is not signed in: ${error.code}`);
  return database;
}

export async function goEveryWay(desk: RsvpDesk): Promise<Journeys> {
  const answers: Response[] = [];
  const guestLink = await guests(desk, answers);
  const asked = await requests(desk, answers);
  await aboutMeetings(desk, answers);
  await team(desk);
  await refusals(desk, answers);
  await outages(desk, answers);
  await desk.settled();
  return { answers, guestLink, ...asked };
}

/** An answer with every field, changed, from the line to a seat; another one cancelled; the door; what staff write. */
async function guests(desk: RsvpDesk, answers: Response[]): Promise<string> {
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
    return issueToken('rsvp', readAnswerToken(tokenOf(body))?.id ?? '');
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

  const coordinator = await signedInAs(desk, 'coordinator');
  const [event] = await desk.query<{ id: string }>(`select id from public.events where slug = '${slug}'`);
  const id = readToken(byPhone)?.id ?? '';
  await actOnGuest(coordinator, id, { action: 'seat', reason: inClear.reason.words });
  rows(await coordinator.rpc('open_guests', { p_event: event?.id ?? '', p_what: 'list' }));
  rows(
    await coordinator.rpc('write_to_guests', {
      ...{ p_event: event?.id ?? '', p_audience: 'going', p_body: inClear.message.words },
    }),
  );
  await desk.query(
    `update public.events set starts_at = now() + interval '1 hour', rsvp_closes_at = now() where slug = '${slug}'`,
  );
  await desk.query(`update public.rsvps set created_at = now() - interval '2 days'`);
  answers.push(await eventTasks(new Request(desk.stack.origin), desk.context));
  await desk.settled();
  await actOnGuest(coordinator, readToken(guest)?.id ?? '', { action: 'arrive', count: 1, was: 0 });
  rows(
    await coordinator.rpc('walk_in', {
      ...{ p_event: event?.id ?? '', p_rsvp: randomUUID(), p_name: inClear.walkIn.words, p_party: 1 },
    }),
  );
  return guest;
}

/** A request of each kind, changed, looked at, noted, answered; a consent; check-ins. */
async function requests(desk: RsvpDesk, answers: Response[]) {
  const words = {
    ...{ nameToUse: nowhere.signUpName, note: nowhere.signUpNote, accessNeeds: nowhere.signUpNeeds },
    bestTimes: [nowhere.bestTime],
  };
  const ways = [
    { channel: 'email', value: nowhere.signUpEmail, safeToLeaveMessage: true },
    { channel: 'phone', value: nowhere.signUpPhone, safeToLeaveMessage: false, safeToSayWho: false },
    { channel: 'text', value: nowhere.signUpPhone, safeToLeaveMessage: false, safeToText: true },
  ];
  const made: string[] = [];
  for (const [number, kind] of (
    ['program', 'assessment-call', 'mentor', 'be-a-mentor', 'family-group', 'check-ins'] as const
  ).entries()) {
    const contact = kind === 'check-ins' ? ways[0] : ways[number % ways.length];
    const body = { kind, ...words, contact, ...(kind === 'program' && { program: 'evenings' }) };
    const answer = await post(desk, signUps, '/api/step-down/sign-ups', body, answers);
    if (answer.status !== 201) throw new Error(`${kind}: ${answer.status}`);
    made.push(readToken(answer.body['manageUrl']?.split('/r/')[1] ?? '')?.id ?? '');
  }
  const [signUp = '', , mentor = '', , , checkIns = ''] = made;
  const contact = { channel: 'text' as const, value: nowhere.changedPhone, safeToLeaveMessage: true };
  await changeReach(mentor, { contact });

  const signer = await signerOf(signUp, 'en');
  if (!signer) throw new Error('Nobody signs');
  const choice = consentForm.parse({
    ...{ action: 'choose', recipientKind: 'provider', recipientName: nowhere.recipient },
    ...{
      recipientReach: nowhere.recipientReach,
      information: ['dates'],
      purpose: 'my-care',
      until: '90',
      untilDate: '',
    },
  });
  const next = await actOnConsent(choice, signer);
  if (next.show !== 'sign') throw new Error(next.show);
  const signing = {
    action: 'sign',
    draft: next.draft,
    patientName: nowhere.patient,
    signature: nowhere.patient,
  };
  await actOnConsent(consentForm.parse(signing), signer);

  const clinician = await signedInAs(desk, 'clinician');
  const people = await intakePeople(clinician);
  await openRecord(clinician, signUp);
  for (const typed of [
    { action: 'note', noteId: randomUUID(), note: nowhere.staffNote },
    { action: 'decline', reply: nowhere.reply, alternatives: [] },
  ])
    await actOnRecord(clinician, signUp, recordForm.parse(typed), people);
  await desk.query(`update public.check_ins set due_at = now() - interval '1 minute' where months = 1`);
  answers.push(await stepDownTasks(new Request(desk.stack.origin), desk.context));
  await desk.settled();
  return { signUp, checkIns };
}

async function aboutMeetings(desk: RsvpDesk, answers: Response[]): Promise<void> {
  const body = {
    ...{ kind: 'new', name: inClear.reportName.words, message: inClear.reportWords.words },
    ...{ proposed: { location: inClear.reportPlace.words }, contact: inClear.reportContact.words },
  };
  const { status } = await post(desk, reports, '/api/meetings/reports', body, answers);
  if (status !== 202) throw new Error(`The report was answered ${status}`);
  const coordinator = await signedInAs(desk, 'coordinator');
  const [report] = await desk.query<{ id: string }>('select id from public.meeting_reports');
  rows(await coordinator.rpc('open_report', { p_report: report?.id ?? '' }));
}

/** An invitation, the account that comes of it, codes asked for and tried. */
async function team(desk: RsvpDesk): Promise<void> {
  const admin = await signedInAs(desk, 'admin');
  const { words: p_email } = inClear.newStaffEmail;
  const invitation = { p_id: randomUUID(), p_email, p_name: inClear.newStaffName.words, p_role: 'editor' };
  rows(await admin.rpc('invite_staff', invitation));
  await deliverMail(new Request(desk.stack.origin), desk.context);
  for (const email of [p_email, nowhere.strangerEmail]) {
    const database = publicDatabase();
    await database.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
    await database.auth.verifyOtp({ email, token: '000000', type: 'magiclink' });
  }
}

/** What is refused: broken, unknown, too much, forged; each with words of a person in it. */
async function refusals(desk: RsvpDesk, answers: Response[]): Promise<void> {
  const slug = await desk.event();
  const person = {
    name: nowhere.refusedName,
    email: `${nowhere.refusedEmail} `,
    accessNeeds: nowhere.refusedNote,
  };
  for (const fields of [
    { ...person, partySize: 0 },
    { ...person, email: `${nowhere.refusedEmail}@twice` },
    { ...person, food: nowhere.refusedNote.repeat(100) },
    { ...person, unknown: nowhere.refusedName },
    { ...person, partySize: 50 },
  ])
    answers.push((await desk.rsvp(slug, fields)).response);
  answers.push((await desk.rsvp('no-such-evening', person)).response);
  for (const token of [nowhere.refusedEmail, `r${nowhere.refusedName}`, issueToken('rsvp', randomUUID())])
    answers.push((await desk.change({ token, action: 'update', name: nowhere.refusedName })).response);
  const contact = { channel: 'phone', value: nowhere.refusedEmail, safeToLeaveMessage: true };
  const bodies = [
    { kind: 'mentor', nameToUse: nowhere.refusedName, contact, note: nowhere.refusedNote },
    { kind: nowhere.refusedName, nameToUse: nowhere.refusedName, contact: nowhere.refusedPhone },
    `{"nameToUse": "${nowhere.refusedName}", "note": "${nowhere.refusedNote}`,
  ];
  for (const [handler, path] of [
    [signUps, '/api/step-down/sign-ups'],
    [reports, '/api/meetings/reports'],
  ] as const)
    for (const body of bodies) await post(desk, handler, path, body, answers);
}

/** The database is away, and a provider that repeats the address in its refusal, and one that is away. */
async function outages(desk: RsvpDesk, answers: Response[]): Promise<void> {
  const slug = await desk.event();
  const contact = { channel: 'email', value: nowhere.outageEmail, safeToLeaveMessage: true };
  await desk.stack.takeDatabaseDown();
  try {
    answers.push(
      (await desk.rsvp(slug, { email: nowhere.outageEmail, accessNeeds: nowhere.outageNote })).response,
    );
    const body = { kind: 'mentor', nameToUse: nowhere.outageNote, contact, note: nowhere.outageNote };
    await post(desk, signUps, '/api/step-down/sign-ups', body, answers);
    await post(desk, reports, '/api/meetings/reports', { kind: 'new', name: nowhere.outageNote }, answers);
    answers.push(await deliverMail(new Request(desk.stack.origin), desk.context));
  } finally {
    await desk.stack.bringDatabaseBack();
  }
  const port = await freePort();
  const provider = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`<${address}> has no mailbox here`), { responseCode: 550 })),
  });
  provider.on('error', () => {});
  await new Promise<void>((ready) => provider.listen(port, '127.0.0.1', ready));
  const before = process.env['SMTP_URL'] ?? '';
  // the same person, told again: refused by name, then nobody there at all
  setEnvironment({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  await desk.query(
    `update public.outbox set status = 'queued', finished_at = null, claimed_at = null, due_at = now(), attempts = 0`,
  );
  await desk.settled();
  await new Promise<void>((done) => provider.close(done));
  await desk.query(
    `update public.outbox set status = 'queued', finished_at = null, claimed_at = null, due_at = now(), attempts = 0`,
  );
  await desk.settled();
  setEnvironment({ SMTP_URL: before });
}
