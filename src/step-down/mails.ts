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

/** To somebody who waited, when a place came free. */
const place: Composer = async (row) => {
  const letter = await received(row);
  if (!letter) return null;
  const words = {
    en: {
      subject: 'A place came free for you',
      first: 'A place came free, and it is kept for you.',
      next: 'A person on our team will be in touch about the first day.',
    },
    es: {
      subject: 'Hay un lugar para usted',
      first: 'Se desocupó un lugar y lo guardamos para usted.',
      next: 'Una persona de nuestro equipo se comunicará para hablar del primer día.',
    },
  }[letter.language];
  const facts = letter.body.filter((part) => typeof part !== 'string');
  return { ...letter, subject: words.subject, body: [words.first, ...facts, words.next] };
};

/** To the intake team: that something waits for them, and nothing about whom. */
const forStaff =
  (subject: string, next: () => string): Composer =>
  async ({ sign_up_id: id }) => {
    const signUp = id && (await readSealed(id));
    if (!signUp) return null;
    return {
      to: site().intakeEmail,
      language: 'en',
      subject,
      body: [
        `${subject}.`,
        {
          facts: [
            ['Reference', signUp.reference],
            ['Received', inWords(signUp.created_at)],
          ],
        },
        next(),
      ],
    };
  };

export const stepDownMails: Record<string, Composer> = {
  'sign-up-received': received,
  'sign-up-place': place,
  'sign-up-for-staff': forStaff(
    'Somebody is waiting to hear from us',
    () => `We promised an answer ${site().responsePromise}.`,
  ),
  'sign-up-place-for-staff': forStaff(
    'A place went to the next person in line',
    () => 'They hold it now. Please tell them about the first day.',
  ),
};
