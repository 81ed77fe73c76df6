import { spoken } from '#i18n/spoken.ts';

/** What each field sends, in Spanish: every text of field-words.ts. */
export const fieldsSpeak = spoken({
  'A random code, so that pressing the button twice sends it once':
    'Un código al azar, para que presionar dos veces el botón lo envíe una sola vez',
  'How many of you are children': 'Cuántas de esas personas son niñas o niños',
  'What would help you take part, if you say so. Deleted the day after the event':
    'Lo que le ayudaría a participar, si lo dice. Se elimina al día siguiente del evento',
  'What you do not eat, if you say so. Deleted the day after the event':
    'Lo que no come, si lo dice. Se elimina al día siguiente del evento',
  'Whether you come to the room or join by link': 'Si viene al lugar o entra por el enlace',
  'Which parts of the day you would like to go to': 'A qué partes del día le gustaría ir',
  'Your answers to the questions that this event asks': 'Sus respuestas a las preguntas de este evento',
  'Which dates of a series you come to': 'A qué fechas de una serie viene',
  'The name of the meeting': 'El nombre de la reunión',
  'Which fellowship or kind of group it is': 'De qué comunidad o tipo de grupo es',
  'Its day': 'Su día',
  'When it starts': 'A qué hora empieza',
  'When it ends': 'A qué hora termina',
  'Its time zone': 'Su zona horaria',
  'In person, online or both': 'En persona, en línea o las dos',
  'The name of the place': 'El nombre del lugar',
  'Its address': 'Su dirección',
  'Its town or part of town': 'Su ciudad o su zona',
  'Its link': 'Su enlace',
  'Its number to dial in': 'Su número para entrar por teléfono',
  'How to get in': 'Cómo entrar',
  'What else is good to know about it': 'Qué más conviene saber de ella',
  'Who it is for and how it is held': 'Para quién es y cómo se hace',
  'Its language': 'Su idioma',
  'Which event': 'Qué evento',
  'A name. Any name': 'Un nombre. El que sea',
  'An email address, or': 'Un correo electrónico, o',
  'a phone number. One of the two': 'un número de teléfono. Uno de los dos',
  'How many of you come': 'Cuántas personas vienen',
  'That you agree to the code of conduct, where the event asks':
    'Que acepta el código de conducta, si el evento lo pide',
  'In which language we write to you': 'En qué idioma le escribimos',
  'For how long the form was open, in thousandths of a second: programs fill it in faster. Not kept':
    'Cuánto tiempo estuvo abierto el formulario, en milésimas de segundo: los programas automáticos lo llenan más rápido. No se guarda',
  'A sum that your browser did, where the site asks for it: programs would have to do it too. Not kept':
    'Una suma que hizo su navegador, si el sitio la pide: los programas automáticos también tendrían que hacerla. No se guarda',
  'The personal link from your mail': 'El enlace personal de su correo',
  'Which button you pressed: change, cancel, confirm, come again, delete':
    'Qué botón presionó: cambiar, cancelar, confirmar, volver a venir, eliminar',
  'The name, if you change it': 'El nombre, si lo cambia',
  'How many of you come, if you change it': 'Cuántas personas vienen, si lo cambia',
  'What you ask for: a place, a call, a mentor, to be a mentor, the family group, check-ins':
    'Qué pide: un lugar, una llamada, alguien que le acompañe, acompañar a alguien, el grupo de familia, seguimientos',
  'Which program': 'Qué programa',
  'Which group of it': 'Qué grupo de ese programa',
  'The name we should use': 'El nombre que debemos usar',
  'Whether we should mail, call or text':
    'Si le escribimos por correo, le llamamos o le mandamos un mensaje de texto',
  'The address or number for that': 'La dirección o el número para eso',
  'Whether we may leave a message': 'Si podemos dejar un mensaje',
  'Whether we may text': 'Si podemos mandar mensajes de texto',
  'Whether we may say who is calling': 'Si podemos decir quién llama',
  'Which times suit you': 'Qué horarios le convienen',
  'What you want us to know, in your words': 'Lo que quiere que sepamos, con sus palabras',
  'What would help you take part, in your words': 'Lo que le ayudaría a participar, con sus palabras',
  'English or Spanish': 'Inglés o español',
  'Which button you pressed: take it back, “I’m doing okay”, “Please call me”, stop, delete':
    'Qué botón presionó: retirarla, “Estoy bien”, “Llámenme, por favor”, parar, eliminar',
  'Whether we should mail, call or text, if you change it':
    'Si le escribimos por correo, le llamamos o le mandamos un mensaje de texto, si lo cambia',
  'Whom we may speak with: family, a court, an employer and so on':
    'Con quién podemos hablar: familia, un tribunal, su trabajo u otros',
  'Their name': 'Su nombre',
  'How to reach them, if you say so': 'Cómo comunicarnos, si lo dice',
  'What we may tell them': 'Qué podemos decirle',
  'What it is for': 'Para qué es',
  'For how long it stands': 'Por cuánto tiempo vale',
  'A day of your own for that': 'Un día elegido por usted para eso',
  'Your full name': 'Su nombre completo',
  'Your name once more, as a signature': 'Su nombre otra vez, como firma',
  'What you chose on the page before, sealed, so that you sign what you read':
    'Lo que eligió en la página anterior, sellado, para que firme lo que leyó',
  'That you end a consent, by the button on your copy':
    'Que termina un consentimiento, con el botón de su copia',
  'Whether it is new, wrong or closed': 'Si es nueva, tiene un error o cerró',
  'Which meeting of our list': 'Qué reunión de nuestra lista',
  'The name of a new one': 'El nombre de una nueva',
  'What is the matter with it': 'Qué pasa con ella',
  'What you know, in your words. Please name nobody':
    'Lo que sabe, con sus palabras. Por favor, no nombre a nadie',
  'An email address or a phone number, if we may ask you back':
    'Un correo electrónico o un teléfono, si podemos preguntarle algo',
  'Which meetings: your saved ones, or the one on the page':
    'Qué reuniones: las que guardó, o la de la página',
  'Whether the calendar names them or says “Weekly group”':
    'Si el calendario las nombra o dice “Grupo semanal”',
  'The words you look for': 'Las palabras que busca',
  'Which topic': 'Qué tema',
  'For whom': 'Para quién',
  'In which language': 'En qué idioma',
  'Which kind': 'Qué tipo',
  'Which page of what was found': 'Qué página de lo que se encontró',
  'A work address': 'Un correo de trabajo',
  'Which page of the staff area to open afterwards': 'Qué página del área del equipo abrir después',
  'The code from the mail, or from the app': 'El código del correo, o de la aplicación',
  'Which button was pressed': 'Qué botón se presionó',
  'Which second step is being set up': 'Qué segundo paso se está configurando',
  'Its secret, to show it again while it is set up. Not kept by the page':
    'Su secreto, para mostrarlo otra vez mientras se configura. La página no lo guarda',
});
