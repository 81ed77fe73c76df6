import { site } from '#platform/site.ts';

/**
 * What the mails to people say, in both languages. They may be read over a shoulder, on a locked screen or
 * by somebody else: no name, nothing anybody wrote, no word for why.
 */

interface Said {
  subject: string;
  body: string[];
  /** What stands on the button. */
  open: string;
}

interface Words {
  reference: string;
  /** A request arrived. */
  received: Said;
  /** Check-ins were asked for. */
  receivedCheckIns: Said;
  place: Said;
  news: Said;
  checkIn: Said;
  consentCopy: Said;
  /** At the foot of a check-in: no more of these. */
  stop: string;
  closing: string[];
}

const en = (): Words => {
  const { phone, phoneHours, neutralName, responsePromise } = site();
  return {
    reference: 'Your reference',
    received: {
      subject: 'We got your note',
      body: [
        `A person on our team will read it and answer you ${responsePromise}.`,
        'Your page shows where things stand. There you can also say how it is safe to reach you, or take your note back.',
      ],
      open: 'Open your page',
    },
    receivedCheckIns: {
      subject: 'We got your note',
      body: [
        'We will ask how things are, on the days that your page shows. You need not answer, and you can stop it any time.',
      ],
      open: 'Open your page',
    },
    place: {
      subject: 'A place came free for you',
      body: [
        'A place came free, and it is kept for you.',
        'A person on our team will be in touch about the first day.',
      ],
      open: 'Open your page',
    },
    news: {
      subject: 'There is news on your page',
      body: ['Something on your page is new. It takes a minute to read.'],
      open: 'Open your page',
    },
    checkIn: {
      subject: 'How are things?',
      body: [
        'You asked us to check in with you. Here we are.',
        'One press tells us how it is going, or that you would like to talk. If you do not feel like answering, that is fine too.',
      ],
      open: 'Tell us in one press',
    },
    consentCopy: {
      subject: 'A copy is on your page',
      body: [
        'What you signed is kept on your page. You can read it there, print it, and take it back whenever you like.',
      ],
      open: 'Open your page',
    },
    stop: 'Stop these mails',
    closing: [
      `This link is only for you. If you would rather talk, call ${neutralName}: ${phone} (${phoneHours}).`,
      'If you did not write to us, you can delete this message.',
    ],
  };
};

const es = (): Words => {
  const { phone, phoneHoursEs, neutralName, responsePromiseEs } = site();
  return {
    reference: 'Su número de referencia',
    received: {
      subject: 'Recibimos su nota',
      body: [
        `Una persona de nuestro equipo la leerá y le responderá ${responsePromiseEs}.`,
        'En su página puede ver en qué va, decirnos cómo comunicarnos con usted sin riesgo, o retirar su nota.',
      ],
      open: 'Abrir su página',
    },
    receivedCheckIns: {
      subject: 'Recibimos su nota',
      body: [
        'Le preguntaremos cómo está en los días que muestra su página. No tiene que responder y puede detenerlo cuando quiera.',
      ],
      open: 'Abrir su página',
    },
    place: {
      subject: 'Hay un lugar para usted',
      body: [
        'Se desocupó un lugar y lo guardamos para usted.',
        'Una persona de nuestro equipo se comunicará para hablar del primer día.',
      ],
      open: 'Abrir su página',
    },
    news: {
      subject: 'Hay novedades en su página',
      body: ['Hay algo nuevo en su página. Leerlo toma un minuto.'],
      open: 'Abrir su página',
    },
    checkIn: {
      subject: '¿Cómo le va?',
      body: [
        'Usted nos pidió que preguntáramos de vez en cuando. Aquí estamos.',
        'Con un toque nos dice cómo va, o que quiere hablar. Si no tiene ganas de responder, también está bien.',
      ],
      open: 'Responder con un toque',
    },
    consentCopy: {
      subject: 'Hay una copia en su página',
      body: [
        'Lo que firmó está guardado en su página. Ahí puede leerlo, imprimirlo y retirarlo cuando quiera.',
      ],
      open: 'Abrir su página',
    },
    stop: 'No recibir más estos mensajes',
    closing: [
      `Este enlace es solo para usted. Si prefiere hablar, llame a ${neutralName}: ${phone} (${phoneHoursEs}).`,
      'Si usted no nos escribió, puede borrar este mensaje.',
    ],
  };
};

export const wordsIn = { en, es };

/** How a mail about what just arrived begins. */
export const thanks = {
  en: 'Thank you for writing. Your note arrived.',
  es: 'Gracias por escribirnos. Su nota llegó.',
};
