import { spoken } from '#i18n/spoken.ts';
import { seatsSpanish } from '../seats-spanish.ts';

/** What the form of a reply asks. */
export const replySpeak = spoken({
  ...seatsSpanish,
  'How do you take part?': '¿Cómo va a participar?',
  'In the room': 'En la sala',
  'By link': 'Por enlace',
  'How we treat each other': 'Cómo nos tratamos',
  'In short: come sober for the day, keep what you hear, no photos without asking.':
    'En pocas palabras: venga sin haber consumido ese día, guarde lo que oiga y no tome fotos sin preguntar.',
  'I agree to the code of conduct': 'Estoy de acuerdo con el código de conducta',
  'The wording of {version}': 'El texto del {version}',
  'Read the code of conduct': 'Leer el código de conducta',
  'What should we call you?': '¿Cómo quiere que le llamemos?',
  'A first name or a nickname is enough.': 'Basta con un nombre o un apodo.',
  'Email address': 'Correo electrónico',
  'We send your place, any change, and a link to cancel. No email? Leave this empty and give a phone number.':
    'Le enviamos su lugar, cualquier cambio y un enlace para cancelar. ¿No tiene correo? Deje esto vacío y escriba un teléfono.',
  'Phone number, if you have no email': 'Teléfono, si no tiene correo',
  'We call only if something changes.': 'Llamamos solo si algo cambia.',
  'All of them': 'Todas',
  'Every date that takes replies now. Later ones are asked for when they are open.':
    'Todas las fechas que ya reciben respuestas. Las de después se piden cuando se abran.',
  'Which dates?': '¿Qué fechas?',
  'Choose one or several. You can change this later.': 'Elija una o varias. Puede cambiarlo después.',
  'Is there anything you do not eat?': '¿Hay algo que no coma?',
  'For everybody who comes with you. Only the event staff read it, and it is deleted after the event.':
    'De todas las personas que vienen con usted. Solo lo lee el equipo del evento, y se borra después.',
  'Anything that would make it easier to take part?': '¿Hay algo que le haría más fácil participar?',
  'Steps, seating, food, a quiet corner, an interpreter. Only the event staff read it, and it is deleted after the event. Please leave out medical details.':
    'Escalones, asientos, comida, un rincón tranquilo, un intérprete. Solo lo lee el equipo del evento, y se borra después. Por favor, no escriba detalles médicos.',
  'Steps, seating, a quiet corner, an interpreter. Only the event staff read it, and it is deleted after the event. Please leave out medical details.':
    'Escalones, asientos, un rincón tranquilo, un intérprete. Solo lo lee el equipo del evento, y se borra después. Por favor, no escriba detalles médicos.',
  'We ask only for the number, never for their names.': 'Preguntamos solo cuántas, nunca sus nombres.',
  'More than now only if there are seats.': 'Más que ahora, solo si hay lugar.',
  'How many adults, with you?': '¿Cuántas personas adultas, contándole a usted?',
  'Up to {most} people with the children. {hint}': 'Hasta {most} personas con los niños. {hint}',
  'How many children?': '¿Cuántos niños?',
  'They have a seat and a plate of their own.': 'Tienen su propio asiento y su propio plato.',
  'How many people, with you?': '¿Cuántas personas, contándole a usted?',
  'Up to {most}. {hint}': 'Hasta {most}. {hint}',
  Yes: 'Sí',
  No: 'No',
  'Which sessions would you like?': '¿Qué sesiones le gustarían?',
  'One at a time: leave out what is at the same hour. You can change this later.':
    'Una a la vez: deje fuera lo que sea a la misma hora. Puede cambiarlo después.',
  '{count} seat': '{count} lugar',
  '{count} seats': '{count} lugares',
  'Send my RSVP': 'Enviar mi respuesta',
  'The next page says at once whether you have a seat or a place on the waiting list. The event staff read what you send. It is deleted {days} days after the event, or sooner when you say so. [More on privacy](/privacy/)':
    'La página siguiente le dice enseguida si tiene un lugar o está en la lista de espera. El equipo del evento lee lo que envía. Se borra {days} días después del evento, o antes si usted lo pide. [Más sobre la privacidad](/privacy/)',
  'Save changes': 'Guardar los cambios',
  'Nothing you typed is lost. You can also call us:':
    'No se perdió nada de lo que escribió. También puede llamarnos:',
});

export type ReplySay = ReturnType<typeof replySpeak>;
