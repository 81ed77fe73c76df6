import { alertTo } from '#mail/alert-letter.ts';
import type { Composer, Letter } from '#mail/letter.ts';
import { instant } from '#platform/clock.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import { waitingNow } from '../intake/waiting.ts';
import { readSealed } from '../sign-ups.ts';

/** The mails to the intake team: that somebody waits for them, and nothing about whom. */

const inWords = (at: string) =>
  new Intl.DateTimeFormat('en-US', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: site().timeZone,
  }).format(instant(at).epochMilliseconds);

const toStaff = (letter: Pick<Letter, 'subject' | 'body'>): Letter => ({
  to: site().intakeEmail,
  language: 'en',
  forStaff: true,
  ...letter,
  button: { label: 'Open the staff area', href: `${siteUrl()}/staff/step-down/` },
});

const promised = () => `We promised an answer ${site().responsePromise}.`;

const whyTheyWait: Record<string, { subject: string; next: () => string }> = {
  request: { subject: 'Somebody is waiting to hear from us', next: promised },
  call: { subject: 'Somebody would like us to get in touch', next: promised },
  'check-in': {
    subject: 'It is time to ask somebody how things are',
    next: () => 'They asked us to, and chose to hear from us by phone or text.',
  },
};

const about = (
  { reference, asked_at: askedAt }: NonNullable<Awaited<ReturnType<typeof readSealed>>>,
  subject: string,
  next: string,
): Letter =>
  toStaff({
    subject,
    body: [
      `${subject}.`,
      {
        facts: [
          ['Reference', reference],
          ['Since', inWords(askedAt)],
        ],
      },
      next,
    ],
  });

/** When somebody comes into the queue, or comes back into it. */
export const forStaff: Composer = async ({ sign_up_id: id }) => {
  const signUp = id && (await readSealed(id));
  if (!signUp || signUp.status === 'closed') return null;
  const why = whyTheyWait[signUp.waits_for];
  return why ? about(signUp, why.subject, why.next()) : null;
};

export const placeForStaff: Composer = async ({ sign_up_id: id }) => {
  const signUp = id && (await readSealed(id));
  if (!signUp || signUp.status === 'closed') return null;
  return about(
    signUp,
    'A place went to the next person in line',
    'They hold it now. Please tell them about the first day.',
  );
};

/** Once a day, when somebody waits: how many, and how long. Figures only. */
export const intakeDaily: Composer = async ({ sign_up_id: somebody }) => {
  // about the whole queue, and so about nobody in it
  if (somebody) return null;
  const { waiting, late, oldestAskedAt } = await waitingNow();
  if (waiting === 0 || oldestAskedAt === null) return null;
  return toStaff({
    subject: `Waiting to hear from us: ${waiting}`,
    body: [
      waiting === 1
        ? 'One person is waiting to hear from us.'
        : `${waiting} people are waiting to hear from us.`,
      {
        facts: [
          ['Waiting', String(waiting)],
          ['Longer than we promised', String(late)],
          ['The first since', inWords(oldestAskedAt)],
        ],
      },
    ],
  });
};

/** To an admin, while somebody waits longer than was promised. */
export const overdue: Composer = async ({ staff_id: staffId }) => {
  if ((await waitingNow()).late === 0) return null;
  return alertTo(staffId, {
    what: 'Somebody has been waiting for a first answer longer than we promised.',
    next: 'Look with the intake team who answers, and whether the promise on the site can be kept.',
    page: '/staff/step-down/',
  });
};
