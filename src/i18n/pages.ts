import { spoken } from './spoken.ts';

/** What the pages say that belong to no room: the front door, help, family, and who we are. */
export const pagesSpeak = spoken({
  // the front door
  'After you go home: meetings, events, groups and things to read, from {name} in {city}.':
    'Después de volver a casa: reuniones, eventos, grupos y lecturas, de {name} en {city}.',
  'The light is on.': 'La luz está encendida.',
  'For everyone who went home from here.': 'Para todas las personas que de aquí volvieron a casa.',
  'I need help now': 'Necesito ayuda ahora',
  'I just came home': 'Acabo de volver',
  'What is coming up': 'Lo que viene',
  'Meetings you can still make': 'Reuniones a las que aún llega',
  'What a first meeting is like': 'Cómo es una primera reunión',
  'Coming up': 'Próximamente',
  'All events': 'Todos los eventos',
  'You just came home': 'Acaba de volver a casa',
  'Nobody does ninety days at once. Here is the road in stretches; take the one you are on.':
    'Nadie hace noventa días de una vez. Este es el camino por tramos; tome el suyo.',
  Tonight: 'Esta noche',
  'Eat, rest, and tell one person you are home.': 'Coma, descanse y avísele a alguien que ya está en casa.',
  'If tonight is hard': 'Si esta noche es difícil',
  'This week': 'Esta semana',
  'One meeting, one appointment, one person to call.': 'Una reunión, una cita, una persona a quien llamar.',
  'The first week': 'La primera semana',
  'This month': 'Este mes',
  'Evening groups fit around work and children.':
    'Hay grupos por la noche, compatibles con el trabajo y los hijos.',
  'Stepping down': 'El siguiente paso',
  'By day ninety': 'Hacia el día noventa',
  'You know your own signs, and who to tell.': 'Ya conoce sus propias señales y sabe a quién contarle.',
  'Your warning signs': 'Sus señales de alerta',
  'To read tonight': 'Para leer esta noche',
  'All guides': 'Todas las guías',
  'Family has its own door': 'La familia tiene su propia puerta',
  'You may be tired, worried, or angry, and still want to help. There are ways of helping that work, and groups that are for you and not for them.':
    'Quizás siente cansancio, preocupación o enojo, y aun así quiere ayudar. Hay maneras de ayudar que funcionan, y grupos que son para usted.',
  'For family and friends': 'Para familiares y amistades',

  // help
  'Help right now': 'Ayuda ahora mismo',
  'Call, text or chat with a person now. Free, at any hour.':
    'Llame, escriba o chatee con una persona ahora. Es gratis, a cualquier hora.',
  'You are not in trouble. Pick one. You can hang up or stop at any time.':
    'No ha hecho nada malo. Elija una opción. Puede colgar o parar cuando quiera.',
  'Is someone in danger?': '¿Alguien está en peligro?',
  'Not breathing well, won’t wake, a seizure, chest pain:':
    'Si no respira bien, no despierta, tiene convulsiones o dolor en el pecho:',
  'first. [What to do while you wait](/help/naloxone/).':
    'primero. [Qué hacer mientras espera](/help/naloxone/).',
  'What is going on?': '¿Qué está pasando?',
  'I have used': 'Consumí',
  'I want to use': 'Quiero consumir',
  'I’m worried about someone': 'Me preocupa alguien',
  'I want to come back': 'Quiero volver',
  'People to talk to': 'Con quién hablar',
  'You want to talk with someone who knows you. No lecture. Someone answers {hours}.':
    'Quiere hablar con alguien que le conoce. Sin sermones. Alguien contesta {hours}.',
  'Call {number}': 'Llamar al {number}',
  'If you have used': 'Si consumió',
  'The first 24 hours': 'Las primeras 24 horas',
  'What to do now, in order.': 'Qué hacer ahora, en orden.',
  'One step at a time': 'Un paso a la vez',
  'The same, with one thing on the screen.': 'Lo mismo, con una sola cosa en la pantalla.',
  Naloxone: 'Naloxona',
  'Each step drawn, and where to get it.': 'Cada paso en un dibujo, y dónde conseguirla.',
  'The door is open': 'La puerta está abierta',
  'How to come back, and what will not happen.': 'Cómo volver, y lo que no va a pasar.',
  'If you want to use and have not': 'Si quiere consumir y no lo ha hecho',
  'Ride out an urge': 'Dejar pasar las ganas',
  'A timer, and a slow breath to go with it.': 'Un reloj, y una respiración lenta que lo acompaña.',
  'The basics check': 'Lo básico',
  'Hungry, angry, lonely, tired? One thing for each.':
    '¿Hambre, enojo, soledad, cansancio? Una cosa para cada caso.',
  'Your coping card': 'Su tarjeta de apoyo',
  'Why you stopped, and who to call.': 'Por qué dejó de consumir y a quién llamar.',
  'Ride out a craving': 'Cuando las ganas son fuertes',
  'A few things to do with the next hour.': 'Algunas cosas para hacer en la próxima hora.',
  'A meeting you can still make': 'Una reunión a la que aún llega',
  'In a room, on a screen or by phone.': 'En una sala, en pantalla o por teléfono.',
  'If it is about someone else': 'Si se trata de otra persona',
  'Worried about someone': 'Le preocupa alguien',
  'What to look for, what to say, who to call.': 'En qué fijarse, qué decir, a quién llamar.',
  'What to do, step by step. For your wallet, too.': 'Qué hacer, paso a paso. También para la cartera.',
  'Help that helps, and help for you.': 'Ayuda que ayuda, y ayuda para usted.',
  'Write to us instead': 'Mejor escribirnos',
  'Where this comes from': 'De dónde viene esto',
  'Needs clinical review before launch: a licensed clinician has not yet read this page.':
    'Falta la revisión clínica: un profesional clínico con licencia todavía no ha leído esta página.',

  // family
  'What you may notice before they do, and how to bring it up.':
    'Lo que tal vez note antes que la otra persona, y cómo hablarlo.',
  'How to talk, how to say no, and how to look after yourself.':
    'Cómo hablar, cómo decir que no y cómo cuidarse.',
  'Small repairs, one at a time. And what to do if home is not safe.':
    'Pequeños arreglos, uno por uno. Y qué hacer si la casa no es segura.',
  'A nose spray to have in the house, and what to do with it.':
    'Un aerosol nasal para tener en casa, y cómo se usa.',
  'What they ask, and what comes of it. You can call about someone else.':
    'Qué preguntan y qué pasa después. Puede llamar por otra persona.',
  'What to say': 'Qué decir',
  'Words for families, and words to leave out, on one sheet for the fridge.':
    'Palabras para familias, y palabras que es mejor callar, en una hoja para el refrigerador.',
  'One sheet to print. Pick the row you need this week. Say it badly; it still counts.':
    'Una hoja para imprimir. Elija el renglón que necesita esta semana. Dígalo como le salga: igual cuenta.',
  'Print this sheet': 'Imprimir esta hoja',
  'If you are worried right now:': 'Si algo le preocupa en este momento:',
  'Won’t wake, or not breathing well:': 'Si no despierta o no respira bien:',

  // who we are
  'Our numbers': 'Nuestras cifras',
  'Every number we print is in this list, with its source and the day we last compared the two.':
    'Cada cifra que publicamos está en esta lista, con su fuente y el día en que comparamos las dos.',
  ', checked': ', revisado el',
  'Reach us': 'Cómo comunicarse con nosotros',
  'Mail travels in the open. Please don’t put health details in it. The phone is better for that.':
    'El correo electrónico no viaja protegido. Por favor, no ponga en él nada sobre su salud. Para eso es mejor el teléfono.',
  'Version {version}. If this changes, you are asked again the next time you say yes to an event.':
    'Versión {version}. Si esto cambia, se le preguntará otra vez la próxima vez que confirme que va a un evento.',
  'What each form sends, who reads it and how long it is kept':
    'Qué envía cada formulario, quién lo lee y cuánto tiempo se guarda',
  When: 'Cuándo',
  'You send': 'Usted envía',
  'Read by': 'Lo lee',
  Kept: 'Se guarda',

  // when something is not there, or broke
  'This page is not here': 'Esta página no está aquí',
  'It may have moved, or the address may have a letter missing. You have not done anything wrong.':
    'Puede que la hayamos movido, o que a la dirección le falte una letra. Usted no ha hecho nada malo.',
  'If you need someone now': 'Si necesita a alguien ahora',
  or: 'o',
  ', at any hour. In danger?': ', a cualquier hora. ¿En peligro?',
  'Ways on': 'Por dónde seguir',
  'Find a meeting': 'Buscar una reunión',
  'Guides to read': 'Guías para leer',
  'The front door': 'La puerta principal',
  'Something broke on our side': 'Algo falló de nuestro lado',
  'It is nothing you did. Please try once more in a few minutes.':
    'No es por nada que usted hiciera. Por favor, intente otra vez en unos minutos.',
  'If you were sending a form, we may not have it yet. You can call':
    'Si estaba enviando un formulario, tal vez no nos llegó. Puede llamar al',
  'and say it to a person instead. Someone answers {hours}.':
    'y decírselo a una persona. Alguien contesta {hours}.',
  'These pages still work': 'Estas páginas sí funcionan',
});
