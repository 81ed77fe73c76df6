import { randomUUID } from 'node:crypto';
import { consentForm } from '#step-down/consent/sent.ts';
import { act as actOnConsent, signerOf } from '#step-down/consent/sign.ts';
import { intakePeople } from '#step-down/intake/people.ts';
import { act as actOnRecord } from '#step-down/intake/record-actions.ts';
import { recordForm } from '#step-down/intake/record-form.ts';
import { openRecord } from '#step-down/intake/record.ts';
import { changeReach } from '#step-down/mine/reach.ts';
import stepDownTasks from '../../netlify/functions/step-down-tasks.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { post } from './desk-calls.ts';
import { idOf } from './personal-links.ts';
import { nowhere } from './planted.ts';
import type { RsvpDesk } from './rsvp-desk.ts';
import { staffClient } from './staff-client.ts';

/** A request of each kind, changed, looked at, noted, answered; a consent; check-ins. */
export async function plantRequests(desk: RsvpDesk, answers: Response[]) {
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
    made.push(idOf({ manageUrl: answer.body['manageUrl'] ?? '' }));
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

  const clinician = await staffClient(desk.stack, 'clinician');
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
  return { signUp: mentor, checkIns };
}
