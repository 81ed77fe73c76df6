import { spoken } from '#i18n/spoken.ts';

/** The words of the sign-up form: its questions, what it offers, and what it says around them. */

const spanish = {
  // titles.ts
  'Ask for a place or a call': 'Pedir un lugar o una llamada',
  'What would you like?': '¿Qué le gustaría?',
  'Which program?': '¿Qué programa?',
  'Which group?': '¿Qué grupo?',
  'What name should we use?': '¿Qué nombre usamos?',
  'How should we contact you?': '¿Cómo nos comunicamos con usted?',
  'When is a good time?': '¿Cuándo es buen momento?',
  'What would you like us to know?': '¿Qué quiere que sepamos?',
  'Which language should we use?': '¿En qué idioma le hablamos?',
  'Check your answers': 'Revise sus respuestas',
  'How to reach you': 'Cómo comunicarnos con usted',
  '{title} – Ask for a place or a call': '{title} – Pedir un lugar o una llamada',
  // questions.ts
  'We ask how it is going, after {months}.': 'Le preguntamos cómo le va, después de {months}.',
  '{list} month': '{list} mes',
  '{list} months': '{list} meses',
  Email: 'Correo electrónico',
  'We also send one note at once to say that your request arrived. Its subject is “We got your note”.':
    'También le enviamos enseguida un aviso de que su solicitud llegó. Su asunto es «Recibimos su nota».',
  'Phone call': 'Llamada telefónica',
  'Text message': 'Mensaje de texto',
  Mornings: 'Por la mañana',
  Afternoons: 'Por la tarde',
  Evenings: 'Por la noche',
  Weekends: 'En fin de semana',
  English: 'Inglés (English)',
  'Español (Spanish)': 'Español',
  'Your email address': 'Su dirección de correo electrónico',
  'Email address': 'Correo electrónico',
  'We use it for this request only.': 'La usamos solo para esta solicitud.',
  'May our mail say what it is about?': '¿Puede nuestro correo decir de qué se trata?',
  'If somebody else may read your mail, choose no: we then write only that you can call us.':
    'Si otra persona podría leer su correo, elija que no: entonces solo escribimos que puede llamarnos.',
  'Yes, only I read it': 'Sí, solo yo lo leo',
  'No, keep it plain': 'No, que no diga nada',
  'Mail may say what it is about': 'El correo puede decir de qué se trata',
  'The number to call': 'El número para llamarle',
  'Phone number': 'Número de teléfono',
  'With its area code. We use it for this request only.':
    'Con su código de área. Lo usamos solo para esta solicitud.',
  'If we miss you, may we leave a voicemail?': 'Si no le encontramos, ¿podemos dejar un mensaje de voz?',
  'What we leave is a first name and a number to call, never what it is about.':
    'Dejamos solo un nombre y un número al que llamar, nunca de qué se trata.',
  'Yes, leave one': 'Sí, pueden dejarlo',
  'No, only try again': 'No, solo intenten otra vez',
  Voicemail: 'Mensaje de voz',
  'May we send a text instead?': '¿Podemos enviar un mensaje de texto en su lugar?',
  'Yes, a text is fine': 'Sí, un texto está bien',
  'No texts': 'No, sin mensajes de texto',
  'Text instead': 'Texto en su lugar',
  'If somebody else picks up, may we say who is calling?':
    'Si contesta otra persona, ¿podemos decir quién llama?',
  'If not, we ask for you and give a first name, nothing more.':
    'Si no, preguntamos por usted y damos solo un nombre de pila, nada más.',
  'Yes, say who is calling': 'Sí, digan quién llama',
  'No, a first name only': 'No, solo un nombre de pila',
  'Say who is calling': 'Decir quién llama',
  'The number to text': 'El número para enviarle textos',
  'May the text say who we are?': '¿Puede el texto decir quiénes somos?',
  'If not, it is signed with a first name only. It never says what it is about.':
    'Si no, va firmado solo con un nombre de pila. Nunca dice de qué se trata.',
  'Yes, say who it is from': 'Sí, digan de quién es',
  'Say who it is from': 'Decir de quién es',
  'If a text does not reach you, may we call and leave a voicemail?':
    'Si un texto no le llega, ¿podemos llamar y dejar un mensaje de voz?',
  'No, only text': 'No, solo textos',
  // the pages
  'Any group, or I am not sure yet': 'Cualquier grupo, o todavía no sé',
  'The next group': 'El próximo grupo',
  'Choose any that suit you.': 'Elija los que le acomoden.',
  'A first name or a nickname is enough.': 'Basta con un nombre de pila o un apodo.',
  'Both are optional. Please leave out medical details: you can tell us those in person, if you want to.':
    'Las dos son opcionales. Por favor no escriba datos médicos: eso nos lo puede contar en persona, si quiere.',
  'Anything our team should know': 'Algo que nuestro equipo deba saber',
  'For example who will answer the phone, or what you hope for.':
    'Por ejemplo, quién va a contestar el teléfono, o qué espera usted.',
  'An interpreter, or anything that would help you take part':
    'Un intérprete, o cualquier cosa que le ayude a participar',
  'For example a sign language interpreter, step-free access, captions, childcare, a ride.':
    'Por ejemplo: intérprete de señas, acceso sin escalones, subtítulos, cuidado de niños, transporte.',
  Continue: 'Continuar',
  'Accept and send': 'Aceptar y enviar',
  'All groups': 'Todos los grupos',
  Back: 'Atrás',
  'Step {number} of {total}': 'Paso {number} de {total}',
  'Step {number}': 'Paso {number}',
  // the answers together
  'What you would like': 'Lo que le gustaría',
  Program: 'Programa',
  Group: 'Grupo',
  'Name to use': 'Nombre que usamos',
  'Address or number': 'Dirección o número',
  'Good times': 'Buenos momentos',
  'For us to know': 'Lo que debemos saber',
  'What would help': 'Lo que ayudaría',
  Language: 'Idioma',
  'Any group, or not sure yet': 'Cualquier grupo, o todavía no sabe',
  'A group that takes no more people': 'Un grupo que ya no recibe a más personas',
  'From {date}. {place}': 'Desde el {date}. {place}',
  'From {date}': 'Desde el {date}',
  'Not provided': 'Sin respuesta',
  Change: 'Cambiar',
  'When we will ask': 'Cuándo le preguntaremos',
  'Now send it': 'Ahora envíela',
  'Only the intake team of {name} reads this.': 'Esto lo lee solo el equipo de admisión de {name}.',
  'You can stop the check-ins at any time.': 'Puede detener los seguimientos cuando quiera.',
  'A person answers {promise}.': 'Una persona responde {promise}.',
  'What you wrote is encrypted before it is stored, and deleted {days} days after we finish with your request, or at once when you take it back.':
    'Lo que escribió se cifra antes de guardarse y se borra {days} días después de terminar con su solicitud, o al momento si la retira.',
  'Nothing is stored until you send it. By sending, you ask us to contact you in the way you chose.':
    'Nada se guarda hasta que lo envíe. Al enviarlo, nos pide que nos comuniquemos con usted de la manera que eligió.',
  // before
  'This form is not for emergencies.': 'Este formulario no es para emergencias.',
  'If somebody is in danger, call': 'Si alguien está en peligro, llame al',
  '. To talk with somebody at any hour, call or text':
    '. Para hablar con alguien a cualquier hora, llame o mande un texto al',
  '. Our own line is': '. Nuestra línea es el',
  'Ask for a place in a group, a call, a mentor, or check-ins after going home. It is one short question a page and takes about five minutes. Nothing is stored until you send it at the end.':
    'Pida un lugar en un grupo, una llamada, alguien que le acompañe o que le preguntemos cómo sigue ya en casa. Es una pregunta corta por página y toma unos cinco minutos. Nada se guarda hasta que lo envíe al final.',
  'Who reads it': 'Quién lo lee',
  'The intake team of {name}, and nobody else.': 'El equipo de admisión de {name}, y nadie más.',
  'When you hear from us': 'Cuándo tendrá noticias',
  'How it is kept': 'Cómo se guarda',
  'Your name, your contact and your words are encrypted before they are stored. They are deleted {days} days after we finish with your request, or at once when you take it back.':
    'Su nombre, su contacto y sus palabras se cifran antes de guardarse. Se borran {days} días después de terminar con su solicitud, o al momento si la retira.',
  'How long you have': 'Cuánto tiempo tiene',
  'An hour for each page, and four hours in all. After that the form starts again.':
    'Una hora por página y cuatro horas en total. Después el formulario empieza de nuevo.',
  // where it ends
  'Sent already': 'Ya se envió',
  'You sent this form already': 'Ya envió este formulario',
  'What you sent first stands. The change after it was not stored.':
    'Vale lo que envió primero. El cambio que hizo después no se guardó.',
  'On your page you can see where your request stands, and take it back. To ask for something else, start again. You can also call us:':
    'En su página puede ver en qué va su solicitud y retirarla. Para pedir otra cosa, empiece de nuevo. También puede llamarnos:',
  'See your request': 'Ver mi solicitud',
  'Start again': 'Empezar de nuevo',
  'This form can no longer be sent. Nothing was stored.':
    'Este formulario ya no se puede enviar. No se guardó nada.',
  'A form stays open for an hour after each page, and for four hours in all. After that we forget it, so that nobody else finds it. Long texts from somewhere else are not taken either.':
    'Un formulario queda abierto una hora después de cada página, y cuatro horas en total. Luego lo olvidamos, para que nadie más lo encuentre. Tampoco se aceptan textos largos de otra parte.',
  'You can also call us:': 'También puede llamarnos:',
  'To talk with somebody at any hour, call or text':
    'Para hablar con alguien a cualquier hora, llame o mande un texto al',
  '{title}. Nothing you wrote is lost. You can also call us: {phone}':
    '{title}. Nada de lo que escribió se perdió. También puede llamarnos: {phone}',
} as const;

export const formSpeaks = spoken(spanish);
export type FormText = keyof typeof spanish;
