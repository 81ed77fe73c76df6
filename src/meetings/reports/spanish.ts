import { spoken } from '#i18n/spoken.ts';

/** What is wrong with a report, or why it is not taken, for the door of the site (guard.ts). */
export const errorsSpanish = {
  'Enter the name of the meeting': 'Escriba el nombre de la reunión',
  'Choose the day, or “By appointment”': 'Elija el día, o “Con cita”',
  'Choose the time zone': 'Elija la zona horaria',
  'Choose how people take part': 'Elija cómo se participa',
  'Enter the whole link, for example https://example.org/meeting':
    'Escriba el enlace completo, por ejemplo https://example.org/meeting',
  'Enter the number with its area code. A meeting code can follow after a comma':
    'Escriba el número con su código de área. Después de una coma puede ir el código de la reunión',
  'Choose from the list': 'Elija de la lista',
  'Enter when it starts, for example 7:00 pm': 'Escriba a qué hora empieza, por ejemplo 7:00 pm',
  'Choose the day, or leave the times empty': 'Elija el día, o deje vacías las horas',
  'Choose what is the matter': 'Elija qué pasa',
  'Enter one email address or one phone number, or leave this empty':
    'Escriba un correo electrónico o un teléfono, o deje esto vacío',
  'Tell us what you know, in a few words': 'Díganos lo que sabe, en pocas palabras',
  'Tell us when or where it meets': 'Díganos cuándo o dónde se reúne',
  'The kind is "new", "correction" or "closed"': 'El tipo es «new», «correction» o «closed»',
  'Say which meeting this is about': 'Diga de qué reunión se trata',
  'We do not list this meeting': 'Esta reunión no está en nuestra lista',
  'More reports are waiting than we can read just now. Please try again tomorrow, or call us':
    'Nos esperan más avisos de los que ahora podemos leer. Por favor, inténtelo mañana, o llámenos',
} as const;

export const reportsSpeak = spoken({
  ...errorsSpanish,
  '{trouble}. What you wrote is still below. You can also call us: {phone}':
    '{trouble}. Lo que escribió sigue abajo. También puede llamarnos: {phone}',
  'Something wrong?': '¿Algo está mal?',
  'Suggest a meeting': 'Sugerir una reunión',
  'All meetings': 'Todas las reuniones',
  'Tell us of a meeting that is missing from our list.':
    'Cuéntenos de una reunión que falta en nuestra lista.',
  'It may have moved or stopped. You can tell us of it as a new one.':
    'Quizá cambió de lugar o dejó de reunirse. Puede contárnosla como una nueva.',
  'Thank you for looking after the list. This is about': 'Gracias por cuidar la lista. Se trata de',
  'Do you know a meeting that is not on our list? Tell us what you know. The rest we find out.':
    '¿Conoce una reunión que no está en nuestra lista? Díganos lo que sabe. Lo demás lo averiguamos.',

  // the form
  'What is the matter?': '¿Qué pasa?',
  'If one of these says it all, choose it and press “Send” at the end.':
    'Si una de estas respuestas lo dice todo, elíjala y presione “Enviar” al final.',
  'It is closed for good': 'Cerró para siempre',
  'It is closed this week': 'Esta semana no hay',
  'The link does not work': 'El enlace no funciona',
  'The place or the time is wrong': 'El lugar o la hora están mal',
  'Change what is wrong': 'Cambie lo que está mal',
  'This is what we have. Leave the rest as it is.': 'Esto es lo que tenemos. Deje lo demás como está.',
  'Anything else we should know?': '¿Algo más que debamos saber?',
  'Please leave out names of people who attend.': 'Por favor, no ponga nombres de quienes asisten.',
  'An email address or phone number, if we may ask you back':
    'Un correo electrónico o un teléfono, si podemos hacerle alguna pregunta',
  'Only the people who keep the list read it. It is deleted {done} days after we are done, {sent} days after you send it at the latest.':
    'Solo lo leen quienes cuidan la lista. Se borra {done} días después de que terminamos y, a más tardar, {sent} días después de que lo envíe.',
  Send: 'Enviar',
  'A person reads this before anything changes on the list. [More on privacy](/privacy/)':
    'Una persona lee esto antes de que algo cambie en la lista. [Más sobre la privacidad](/privacy/)',

  // when it is sent
  'Thank you, we have it': 'Gracias, lo recibimos',
  'A person reads it, asks the group if need be, and then changes the list.':
    'Una persona lo lee, pregunta al grupo si hace falta y después cambia la lista.',
  'That can take a few days. If you gave us a way to reach you, we use it only for questions about this.':
    'Eso puede tardar unos días. Si nos dejó cómo comunicarnos con usted, solo lo usamos para preguntas sobre esto.',
  'Back to the meetings': 'Volver a las reuniones',
});
