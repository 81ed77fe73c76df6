import type { Composer } from '#mail/letter.ts';
import { instant } from '#platform/clock.ts';
import { site } from '#platform/site.ts';
import { manageUrl } from './manage.ts';
import { openWords } from './sealed-words.ts';
import { readSealed } from './sign-ups.ts';

const inWords = (receivedAt: string) =>
  new Intl.DateTimeFormat('en-US', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: site().timeZone,
  }).format(instant(receivedAt).epochMilliseconds);

/**
 * To the person. It may be read over a shoulder: no name, nothing they wrote, no word for why. The
 * address is unsealed here, at the moment of writing, and stays nowhere else.
 */
const received: Composer = async ({ sign_up_id: id }) => {
  const signUp = id && (await readSealed(id));
  if (!signUp) return null;
  const { contact } = await openWords(signUp.sealed, id);
  if (contact.channel !== 'email') return null;
  const { phone, phoneHours, neutralName, responsePromise, responsePromiseEs } = site();
  const shared = { to: contact.value };
  if (signUp.language === 'es') {
    return {
      ...shared,
      language: 'es',
      subject: 'Recibimos su nota',
      body: [
        'Gracias por escribirnos. Su nota llegó.',
        { facts: [['Su número de referencia', signUp.reference]] },
        `Una persona de nuestro equipo la leerá y le responderá ${responsePromiseEs}.`,
        'En su página puede ver en qué va, o retirar su nota.',
      ],
      button: { label: 'Abrir su página', href: manageUrl(id) },
      closing: [
        `Este enlace es solo para usted. Si prefiere hablar, llame a ${neutralName}: ${phone}.`,
        'Si usted no nos escribió, puede borrar este mensaje.',
      ],
    };
  }
  return {
    ...shared,
    language: 'en',
    subject: 'We got your note',
    body: [
      'Thank you for writing. Your note arrived.',
      { facts: [['Your reference', signUp.reference]] },
      `A person on our team will read it and answer you ${responsePromise}.`,
      'Your page shows where things stand. You can also take your note back there.',
    ],
    button: { label: 'Open your page', href: manageUrl(id) },
    closing: [
      `This link is only for you. If you would rather talk, call ${neutralName}: ${phone} (${phoneHours}).`,
      'If you did not write to us, you can delete this message.',
    ],
  };
};

/** To the intake team: that somebody waits, and nothing about whom. */
const forStaff: Composer = async ({ sign_up_id: id }) => {
  const signUp = id && (await readSealed(id));
  if (!signUp) return null;
  return {
    to: site().intakeEmail,
    language: 'en',
    subject: 'Somebody is waiting to hear from us',
    body: [
      'Somebody is waiting to hear from us.',
      {
        facts: [
          ['Reference', signUp.reference],
          ['Received', inWords(signUp.created_at)],
        ],
      },
      `We promised an answer ${site().responsePromise}.`,
    ],
  };
};

export const stepDownMails: Record<'sign-up-received' | 'sign-up-for-staff', Composer> = {
  'sign-up-received': received,
  'sign-up-for-staff': forStaff,
};
