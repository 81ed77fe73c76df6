import { spoken } from '#i18n/spoken.ts';

/** What the page “What leaves this device” says around its list, and of each form. */
export const leavesSpeak = spoken({
  Privacy: 'Privacidad',
  'What leaves this device': 'Qué sale de este aparato',
  'Every field of every form: what it sends, who reads it, how long it is kept.':
    'Cada campo de cada formulario: qué envía, quién lo lee, cuánto tiempo se guarda.',
  'Nothing that you write in the [tools](/tools/) leaves it. Only forms send something, and only when you press their button. This is all that they can send, field by field.':
    'Nada de lo que escribe en las [herramientas](/tools/) sale de él. Solo los formularios envían algo, y solo cuando usted presiona su botón. Esto es todo lo que pueden enviar, campo por campo.',
  'The list is made from the same description that the server reads the forms with. What is not on it, the server does not take.':
    'La lista sale de la misma descripción con la que el servidor lee los formularios. Lo que no está en ella, el servidor no lo acepta.',
  'Read by': 'Lo lee',
  Kept: 'Se guarda',
  'With every request': 'Con cada solicitud',
  'Your browser asks for each page by its address. The web server notes that, with the time and the network address. [Privacy](/privacy/) says what comes of it.':
    'Su navegador pide cada página por su dirección. El servidor web lo anota, con la hora y la dirección de red. [Privacidad](/privacy/) dice qué pasa con eso.',
  'Your own things stay: [see, save or erase what is on this device](/my-data/).':
    'Lo suyo se queda: [ver, guardar o borrar lo que hay en este aparato](/my-data/).',
  'What you see there is what we have. You can delete all of it at once.':
    'Lo que ve ahí es lo que tenemos. Puede eliminarlo todo de una vez.',
  '{days} days after the event': '{days} días después del evento',
  '{days} days after your request is closed': '{days} días después de que se cierre su solicitud',
  'You say yes to an event': 'Usted dice que sí a un evento',
  'A name (any name), one contact, how many come, your answers to what the event asks; if you say so, what would help you take part and what you do not eat':
    'Un nombre (el que sea), un contacto, cuántas personas vienen, sus respuestas a lo que pregunta el evento; si lo dice, lo que le ayudaría a participar y lo que no come',
  'The events team': 'El equipo de eventos',
  '{rsvps}; what would help you and what you do not eat, until the event is over':
    '{rsvps}; lo que le ayudaría y lo que no come, hasta que termine el evento',
  'You change or cancel that, from the link in your mail':
    'Usted lo cambia o lo cancela, desde el enlace de su correo',
  'The link, the button, and what you change. {own}': 'El enlace, el botón y lo que cambia. {own}',
  'As your reply: {rsvps}': 'Igual que su respuesta: {rsvps}',
  'You sign up for a group, a call, a mentor or check-ins':
    'Usted se apunta a un grupo, una llamada, alguien que le acompañe o seguimientos',
  'The name to use, how to reach you safely, when, and what you are asking for. No questions about your health':
    'El nombre que quiere usar, cómo comunicarnos con usted sin riesgo, cuándo y qué pide. Ninguna pregunta sobre su salud',
  'The intake team only. Your name, contact and words are stored encrypted':
    'Solo el equipo de admisión. Su nombre, su contacto y sus palabras se guardan cifrados',
  'You change that, take it back, or answer a check-in':
    'Usted la cambia, la retira o contesta un seguimiento',
  'The button you press, and how it is safe to reach you. {own}':
    'El botón que presiona, y cómo comunicarnos con usted sin riesgo. {own}',
  'The intake team only. Contact and times are stored encrypted':
    'Solo el equipo de admisión. El contacto y los horarios se guardan cifrados',
  'As your request: {signUps}': 'Igual que su solicitud: {signUps}',
  'You sign a consent, so that we may speak with somebody':
    'Usted firma un consentimiento, para que podamos hablar con alguien',
  'With whom, about what, what for, until when, and your name as a signature':
    'Con quién, de qué, para qué, hasta cuándo, y su nombre como firma',
  'The intake team only. Names and signature are stored encrypted':
    'Solo el equipo de admisión. Los nombres y la firma se guardan cifrados',
  '{days} days after it ends: we must be able to show what was signed':
    '{days} días después de que termine: debemos poder mostrar lo que se firmó',
  'You suggest a meeting, or say that one is wrong':
    'Usted sugiere una reunión, o dice que una tiene un error',
  'What you know of the meeting; one contact, if we may ask you back':
    'Lo que sabe de la reunión; un contacto, si podemos preguntarle algo',
  'The people who keep the list': 'Quienes mantienen la lista',
  '{days} days after we are done with it, {latest} days at the latest':
    '{days} días después de atenderlo, {latest} días a más tardar',
  'You take meetings into a calendar': 'Usted lleva reuniones a un calendario',
  'Which meetings, in the address of the calendar': 'Qué reuniones, en la dirección del calendario',
  'Nobody here. The web server notes the address, and so may the company of your calendar':
    'Nadie aquí. El servidor web anota la dirección, y quizá también la empresa de su calendario',
  'Not by us. The server’s log, as long as that company keeps it':
    'No por nosotros. El registro del servidor, mientras esa empresa lo conserve',
  'You search the resources': 'Usted busca en los recursos',
  'The words and the filters, in the address of the page':
    'Las palabras y los filtros, en la dirección de la página',
  'Nobody. The web server notes the address': 'Nadie. El servidor web anota la dirección',
  'Staff sign in': 'El equipo inicia sesión',
  'A work address and a code': 'Un correo de trabajo y un código',
  'Nobody; a computer checks it': 'Nadie; lo revisa una computadora',
  'The address as long as the account; a code for minutes':
    'El correo, mientras exista la cuenta; un código, unos minutos',
});
