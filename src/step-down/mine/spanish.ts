import { spoken } from '#i18n/spoken.ts';

/** The words of the pages that a link of a person's own opens. */
const spanish = {
  'Your page': 'Su página',
  'Back to your page': 'Volver a su página',
  'Print this page': 'Imprimir esta página',
  'Questions, or something changed? Call': '¿Tiene preguntas, o algo cambió? Llame al',
  'and give your reference. It is all you have to say.':
    'y dé su número de referencia. Es todo lo que tiene que decir.',
  'Keep this page: bookmark it, or write down your reference. Whoever has the address of this page can open it.':
    'Guarde esta página: márquela como favorita o anote su número de referencia. Quien tenga la dirección de esta página puede abrirla.',
  // Said
  'Saved. This is how we reach you from now on.': 'Guardado. Así nos comunicaremos con usted desde ahora.',
  'Thank you for saying so. A person on our team gets in touch with you.':
    'Gracias por decirlo. Una persona de nuestro equipo se comunica con usted.',
  // Facts
  'Your reference': 'Su número de referencia',
  Received: 'Recibida',
  'Your place': 'Su lugar',
  'The group starts {date}.': 'El grupo empieza el {date}.',
  // FromStaff
  'Somebody wrote to you, and this page cannot show it right now. Nothing is lost. Come back later, or call':
    'Alguien le escribió, y esta página no puede mostrarlo en este momento. No se perdió nada. Vuelva más tarde, o llame al',
  'and have it read to you.': 'y pida que se lo lean.',
  'From our team': 'De nuestro equipo',
  'What may fit instead': 'Lo que podría convenirle en su lugar',
  // NextSteps
  'They write to you by email.': 'Le escriben por correo electrónico.',
  'They call you, in the ways you said are safe.': 'Le llaman, de la manera que usted dijo que es segura.',
  'They send you a text message, in the ways you said are safe.':
    'Le mandan un mensaje de texto, de la manera que usted dijo que es segura.',
  'What happens next': 'Qué pasa ahora',
  'Somebody has read it.': 'Alguien ya la leyó.',
  'A person on our team reads it.': 'Una persona de nuestro equipo la lee.',
  'That is **{day}** at the latest.': 'Será a más tardar el **{day}**.',
  'Nobody is here on {day}.': 'El {day} no hay nadie aquí.',
  'Your place is kept meanwhile. You need not do anything.':
    'Mientras tanto su lugar está guardado. No tiene que hacer nada.',
  'When a place comes free, it is yours and we tell you.':
    'Cuando se desocupe un lugar, será suyo y le avisaremos.',
  'You talk about what fits. Nothing is decided without you.':
    'Hablan de lo que le conviene. Nada se decide sin usted.',
  // CheckIns
  'The days': 'Los días',
  ' – we asked': ' – preguntamos',
  ' – you answered, thank you': ' – respondió, gracias',
  'Would you like to talk sooner?': '¿Quiere hablar antes?',
  'Please call me': 'Llámenme, por favor',
  'Enough of this?': '¿Ya es suficiente?',
  'One press ends it. Nobody asks why.': 'Con un toque se termina. Nadie pregunta por qué.',
  'Stop asking me': 'Ya no me pregunten',
  // Choices
  'How it is safe to reach you': 'Cómo comunicarnos con usted sin riesgo',
  'A new number, an email somebody else reads, a better time of day: you can change it any time.':
    'Un número nuevo, un correo que otra persona lee, una hora mejor: puede cambiarlo cuando quiera.',
  'Change how we reach you': 'Cambiar cómo nos comunicamos',
  'Take it back': 'Retirar la nota',
  'You can change your mind. What you wrote is deleted at once, and nobody contacts you about it.':
    'Puede cambiar de opinión. Lo que escribió se borra al momento, y nadie se comunica con usted por esto.',
  'You can change your mind. What you wrote is deleted at once, your place goes to the next person, and nobody contacts you about it.':
    'Puede cambiar de opinión. Lo que escribió se borra al momento, su lugar pasa a la siguiente persona, y nadie se comunica con usted por esto.',
  'Take my note back': 'Retirar mi nota',
  'Your details': 'Sus datos',
  'What you wrote is gone. That there was a note is forgotten after {days} days.':
    'Lo que escribió ya no está. Que hubo una nota se olvida después de {days} días.',
  'They are deleted {days} days after this is finished. You need not wait for that.':
    'Se borran {days} días después de que esto termine. No tiene que esperar a eso.',
  'Delete everything about me': 'Borrar todo sobre mí',
  // SomebodyElse
  'Should we speak with somebody else?': '¿Quiere que hablemos con alguien más?',
  'Unless you say so in writing, we do not speak about you with family, at work, or with a doctor. What the law asks of us, as in an emergency, is the exception. You need not sign anything to hear from us.':
    'Si usted no lo dice por escrito, no hablamos de usted con su familia, en su trabajo ni con un médico. La excepción es lo que la ley nos pide, como en una emergencia. No tiene que firmar nada para tener noticias nuestras.',
  'Let us speak with somebody else': 'Permítanos hablar con otra persona',
  'Somebody who cares for your health': 'Alguien que cuida de su salud',
  'Somebody close to you': 'Alguien cercano a usted',
  'Somebody at work': 'Alguien en su trabajo',
  'Somebody at school': 'Alguien en su escuela',
  'A court or a lawyer': 'Un tribunal o alguien de la abogacía',
  'Somebody you named': 'Alguien que usted nombró',
  'Signed {day}, taken back {end}': 'Firmado el {day}, retirado el {end}',
  'Signed {day}, holds until {end}': 'Firmado el {day}, vale hasta el {end}',
  'Signed {day}, ended {end}': 'Firmado el {day}, terminó el {end}',
  'Your copy': 'Su copia',
  // deleting
  'Delete everything about you?': '¿Borrar todo sobre usted?',
  'Yes, delete it all': 'Sí, borrar todo',
  'No, keep it': 'No, dejarlo',
  'Your name, how to reach you, what you wrote and what we noted are deleted at once, and this page ends. We cannot bring it back.':
    'Su nombre, cómo comunicarnos con usted, lo que escribió y lo que anotamos se borran al momento, y esta página termina. No podemos recuperarlo.',
  'Nobody contacts you about it any more.': 'Nadie vuelve a comunicarse con usted por esto.',
  'Your place goes to the next person in line.': 'Su lugar pasa a la siguiente persona de la lista.',
  'What you signed so that we may speak with somebody else ends now. The signed paper itself we must keep for some years, locked away, because the law says so.':
    'Lo que firmó para que hablemos con otra persona termina ahora. El papel firmado lo debemos guardar unos años, bajo llave, porque así lo dice la ley.',
  'That somebody of our team looked at it stays written down, without your name.':
    'Queda anotado que alguien de nuestro equipo lo vio, sin el nombre de usted.',
  'It is all deleted': 'Todo está borrado',
  'Nothing of what you wrote is here any more: not your name, not how to reach you, not your words. If you had a place, somebody else can have it now.':
    'Aquí ya no queda nada de lo que escribió: ni su nombre, ni cómo comunicarnos con usted, ni sus palabras. Si tenía un lugar, ahora puede ser de otra persona.',
  'Either you asked for that, or its time was over. You need not do anything.':
    'O usted lo pidió, o se cumplió el plazo. No tiene que hacer nada.',
  'The door stays open. Call us any time:': 'La puerta sigue abierta. Llámenos cuando quiera:',
  // how to reach you
  'How we reach you': 'Cómo nos comunicamos con usted',
  'How is it safe to reach you?': '¿Cómo podemos comunicarnos con usted sin riesgo?',
  'We use only the way you choose here, and leave only what you say is safe.':
    'Usamos solo la manera que elija aquí, y dejamos solo lo que usted diga que es seguro.',
  'We cannot show this right now': 'No podemos mostrar esto en este momento',
  'What you told us is kept locked, and this page cannot open it at the moment. Nothing is lost, and nothing was changed.':
    'Lo que nos contó está guardado bajo llave, y esta página no puede abrirlo en este momento. No se perdió nada, y nada cambió.',
  'To change how we reach you, come back later, or call':
    'Para cambiar cómo nos comunicamos con usted, vuelva más tarde, o llame al',
  'and give your reference.': 'y dé su número de referencia.',
  'How should we contact you?': '¿Cómo nos comunicamos con usted?',
  Email: 'Correo electrónico',
  'Phone call': 'Llamada telefónica',
  'Text message': 'Mensaje de texto',
  'Email address or phone number': 'Correo electrónico o número de teléfono',
  'For the way you chose. We use it for this request only.':
    'Para la manera que eligió. Lo usamos solo para esta solicitud.',
  'If we miss you, is it safe to leave a voicemail?':
    'Si no le encontramos, ¿es seguro dejar un mensaje de voz?',
  'What we leave is a first name and a number to call, never what it is about.':
    'Dejamos solo un nombre y un número al que llamar, nunca de qué se trata.',
  'Yes, a short voicemail is fine': 'Sí, un mensaje corto está bien',
  'No, only try again': 'No, solo intenten otra vez',
  'Is it safe to send you a text message?': '¿Es seguro enviarle un mensaje de texto?',
  'Somebody else may see your screen. Without an answer we take it as no.':
    'Otra persona podría ver su pantalla. Sin respuesta, entendemos que no.',
  'If somebody else answers, may we say who is calling?':
    'Si contesta otra persona, ¿podemos decir quién llama?',
  'We would say “{name}” and nothing more. Without an answer we take it as no.':
    'Diríamos «{name}» y nada más. Sin respuesta, entendemos que no.',
  'When is a good time?': '¿Cuándo es buen momento?',
  'Choose any that suit you.': 'Elija los que le acomoden.',
  Mornings: 'Por la mañana',
  Afternoons: 'Por la tarde',
  Evenings: 'Por la noche',
  Weekends: 'En fin de semana',
  Yes: 'Sí',
  No: 'No',
  Save: 'Guardar',
} as const;

export const mineSpeaks = spoken(spanish);
export type MineText = keyof typeof spanish;
