import { spoken } from '#i18n/spoken.ts';

/** Where a sign-up stands, and what is asked and said at a check-in. */
const spanish = {
  'by email': 'por correo electrónico',
  'by phone': 'por teléfono',
  'by text message': 'por mensaje de texto',
  'This request is finished': 'Esta solicitud está terminada',
  'You can write to us again whenever you like.': 'Puede escribirnos otra vez cuando quiera.',
  'You have started': 'Ya empezó',
  'Good that you are here. This request is finished; for everything else, just call or ask.':
    'Qué bueno que está aquí. Esta solicitud está terminada; para todo lo demás, llame o pregunte.',
  'This one does not fit, and we have not left you': 'Esto no se pudo, y no le hemos dejado',
  'We cannot offer what you asked for right now. That is about what we have, and says nothing about you.':
    'No podemos ofrecer lo que pidió en este momento. Es por lo que tenemos; no dice nada de usted.',
  'We did not manage to reach you': 'No logramos comunicarnos con usted',
  'That is all right, it happens. Nothing counts against you: call, or write again, whenever it suits you.':
    'No hay problema, pasa. Nada cuenta en su contra: llame o escriba otra vez cuando le acomode.',
  'We ask no more': 'Ya no preguntamos',
  'No more of these messages come. You can ask for them again whenever you like.':
    'Ya no le llegan estos mensajes. Puede pedirlos otra vez cuando quiera.',
  'You took your note back': 'Retiró su nota',
  'What you wrote is deleted, and nobody will contact you about it. You can write to us again whenever you like.':
    'Lo que escribió está borrado, y nadie se comunicará con usted por esto. Puede escribirnos otra vez cuando quiera.',
  'We got your note': 'Recibimos su nota',
  'A person on our team will read it and get in touch {way} {promise}.':
    'Una persona de nuestro equipo la leerá y se comunicará con usted {way} {promise}.',
  'Somebody has read your note': 'Alguien ya leyó su nota',
  'They will get in touch {way} {promise}.': 'Se comunicará con usted {way} {promise}.',
  'We have been in touch': 'Ya nos comunicamos',
  'If you did not hear from us, or missed us, call and give your reference.':
    'Si no tuvo noticias nuestras, o no nos encontró, llame y dé su número de referencia.',
  'A time is set': 'Ya hay una hora',
  'If it no longer suits you, call and give your reference.':
    'Si ya no le acomoda, llame y dé su número de referencia.',
  'We will ask how things are': 'Le preguntaremos cómo está',
  'We get in touch {way} on the days below. You need not answer, and you can stop it any time.':
    'Nos comunicamos {way} los días que ve abajo. No tiene que responder y puede detenerlo cuando quiera.',
  'We will get in touch': 'Nos comunicaremos con usted',
  'You asked for it, and a person on our team gets in touch {way} {promise}.':
    'Usted lo pidió, y una persona de nuestro equipo se comunica {way} {promise}.',
  'It is time to ask how things are': 'Es hora de preguntarle cómo está',
  'A person on our team gets in touch {way}. You need not answer.':
    'Una persona de nuestro equipo se comunica {way}. No tiene que responder.',
  'A place is kept for you.': 'Hay un lugar guardado para usted.',
  'You are on the waiting list, and next in line.': 'Está en la lista de espera, y es quien sigue.',
  'You are on the waiting list, with {count} ahead of you.':
    'Está en la lista de espera; hay {count} antes de usted.',
  // check-ins
  'How are things?': '¿Cómo le va?',
  'One press is enough. If you do not feel like answering, close this page: that is fine, and nobody takes it for anything.':
    'Basta con un toque. Si no tiene ganas de responder, cierre esta página: está bien, y nadie lo toma a mal.',
  'I’m doing okay': 'Estoy bien',
  'Please call me': 'Llámenme, por favor',
  'Stop these': 'Ya no me pregunten',
  'Thank you. That is good to hear': 'Gracias. Qué bueno saberlo',
  'We are glad you told us. If it changes, tomorrow or tonight, we are a call away.':
    'Nos alegra que nos lo diga. Si cambia, mañana o esta noche, estamos a una llamada.',
  'Thank you for saying so': 'Gracias por decirlo',
  'Asking is a strong thing to do.': 'Pedirlo es un acto de fuerza.',
  'No more of these messages come. Thank you for the time you let us ask. The door stays open.':
    'Ya no le llegan estos mensajes. Gracias por el tiempo en que nos dejó preguntar. La puerta sigue abierta.',
  'A person on our team gets in touch {way} {promise}.':
    'Una persona de nuestro equipo se comunica con usted {way} {promise}.',
  'Would you rather have a call? [Tell us your number]({reach}).':
    '¿Prefiere una llamada? [Díganos su número]({reach}).',
  '[Your page]({page}) shows the days on which we ask, and what you can change.':
    '[Su página]({page}) muestra los días en que preguntamos y lo que puede cambiar.',
  'If it should be now': 'Si tiene que ser ahora',
  'Call us:': 'Llámenos:',
  'Day or night:': 'De día o de noche:',
  'These questions have come to their end. You can still talk to us, and you can [ask for them again](/step-down/sign-up/?kind=check-ins).':
    'Estas preguntas llegaron a su fin. Puede seguir hablando con nosotros, y puede [pedirlas otra vez](/step-down/sign-up/?kind=check-ins).',
  'Stop asking how things are?': '¿Dejar de preguntar cómo le va?',
  'This link opens nothing': 'Este enlace no abre nada',
  'No more of these messages come. The door stays open: call us whenever you like.':
    'Ya no le llegan estos mensajes. La puerta sigue abierta: llámenos cuando quiera.',
  'We then write no more of these. Nobody asks why.':
    'Entonces ya no le escribimos más. Nadie pregunta por qué.',
  'No, tell us how things are': 'No, decir cómo me va',
} as const;

export const statusSpeaks = spoken(spanish);
export type StatusText = keyof typeof spanish;
