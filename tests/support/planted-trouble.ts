import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { setEnvironment } from '#platform/environment.ts';
import { issueToken } from '#platform/tokens.ts';
import { freePort } from '../../local/node-server.ts';
import deliverMail from '../../netlify/functions/deliver-mail.ts';
import reports from '../../netlify/functions/meetings-reports.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { post } from './desk-calls.ts';
import { nowhere } from './planted.ts';
import type { RsvpDesk } from './rsvp-desk.ts';

/** What is refused: broken, unknown, too much, forged; each with words of a person in it. */
export async function plantRefusals(desk: RsvpDesk, answers: Response[]): Promise<void> {
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
export async function plantOutages(desk: RsvpDesk, answers: Response[]): Promise<void> {
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
  // what is still on its way goes to the provider from before
  await desk.settled();
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
