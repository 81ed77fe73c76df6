import { spoken } from '#i18n/spoken.ts';

/** What the plan's script says, and what each field is called where the plan is read back in words. */
export const spanish = {
  'Your plan': 'Su plan',
  Reason: 'Razón',
  'Early sign {number}': 'Señal temprana {number}',
  'Trigger, people': 'Detonante, personas',
  'Trigger, places': 'Detonante, lugares',
  'Trigger, things': 'Detonante, cosas',
  'Trigger, times': 'Detonante, momentos',
  'Trigger, feelings': 'Detonante, sentimientos',
  'Steady (green)': 'Con calma (verde)',
  'Unsettled (yellow)': 'Con inquietud (amarillo)',
  'In danger (red)': 'En peligro (rojo)',
  'Safe place': 'Lugar seguro',
  Medicine: 'Medicamento',
  'Who prescribes': 'Quién receta',
  'Naloxone is': 'La naloxona está',
  'Next appointment': 'Próxima cita',
  'If I use': 'Si consumo',
  'Look at it again on': 'Volver a verlo el',
  'Call first': 'Llamar primero',
  'Call second': 'Llamar después',
  'Call third': 'Llamar en tercer lugar',
  'Part {now} of {all}': 'Parte {now} de {all}',
  'All {all} parts': 'Las {all} partes',
  'Show the whole plan': 'Mostrar el plan completo',
  'Show one part at a time': 'Mostrar una parte a la vez',
  'Call {name}': 'Llamar a {name}',
  'this person': 'esta persona',
  'Look at it again on {day}.': 'Vuelva a verlo el {day}.',
  'Added as sign {line}.': 'Agregada como señal {line}.',
  'Taken off your five.': 'Ya no está entre sus cinco.',
  'All five lines are in use. Clear one to add another.':
    'Las cinco líneas están llenas. Borre una para agregar otra.',
  'Copied as plain text. Paste it where you want it.': 'Copiado como texto. Péguelo donde quiera.',
  'This browser did not let us copy. You can print the plan.':
    'Este navegador no permitió copiar. Puede imprimir el plan.',
} as const;

export const planSpeak = spoken({
  ...spanish,
  Back: 'Atrás',
  'Next part': 'Parte siguiente',
  'That is all of it. Print it, or read it through once more.':
    'Eso es todo. Imprímalo, o léalo una vez más.',
  'On paper': 'En papel',
  'The whole plan': 'El plan completo',
  'One page. Names and numbers are on it.': 'Una página. Incluye nombres y números.',
  'A wallet card': 'Una tarjeta para la cartera',
  'Two sides to cut out and fold. Long lines are cut short.':
    'Dos lados para recortar y doblar. Las líneas largas se cortan.',
  'Print names and numbers on the card': 'Imprimir nombres y números en la tarjeta',
  'Without this, those lines stay blank.': 'Sin esto, esas líneas quedan en blanco.',
  Print: 'Imprimir',
  'Copy as text': 'Copiar como texto',
  'My plan': 'Mi plan',
  Steady: 'Con calma',
  Unsettled: 'Con inquietud',
  'In danger': 'En peligro',
  green: 'verde',
  yellow: 'amarillo',
  red: 'rojo',
  'G // the first letter of green': 'V',
  'Y // the first letter of yellow': 'A',
  'R // the first letter of red': 'R',
  'Where I am safe': 'Dónde estoy a salvo',
  'A couch, a library, a room at the center. Somewhere for the day, and somewhere for the night.':
    'Un sofá, una biblioteca, un cuarto en el centro. Un lugar para el día y otro para la noche.',
  'Safe places': 'Lugares seguros',
  'My care': 'Mi atención',
  'So that you, or somebody with you, can find it fast.':
    'Para que usted, o alguien que esté a su lado, lo encuentre rápido.',
  'My medicines': 'Mis medicamentos',
  'Who prescribes them, and their number': 'Quién los receta, y su número',
  'Where the naloxone is': 'Dónde está la naloxona',
  'The coat by the door. Glove box. Who else knows?':
    'El abrigo junto a la puerta. La guantera. ¿Quién más lo sabe?',
  'My next appointment': 'Mi próxima cita',
  'Day, time and place, as you would tell a friend.':
    'Día, hora y lugar, como se lo diría a alguien de confianza.',
  'What keeps me steady': 'Lo que me mantiene con calma',
  'Meals, bed by ten, Thursday group, a walk.':
    'Las comidas, a la cama a las diez, el grupo del jueves, una caminata.',
  'What I do when a sign shows': 'Lo que hago cuando aparece una señal',
  'Eat with someone. Tell Dee which number I am on. An extra meeting.':
    'Comer con alguien. Decirle a Lupe en qué número voy. Una reunión más.',
  'What I do when I am close to using': 'Lo que hago cuando estoy a punto de consumir',
  'Leave. Call the first person. Give my cash to somebody. Go where I am not alone.':
    'Irme. Llamar a la primera persona. Darle mi efectivo a alguien. Ir adonde haya gente conmigo.',
  'My reasons': 'Mis razones',
  'A face, a place, a morning. Small and true is better than grand.':
    'Una cara, un lugar, una mañana. Mejor algo pequeño y cierto que algo grandioso.',
  'Reason {number}': 'Razón {number}',
  'My early signs': 'Mis señales tempranas',
  'Up to five, earliest first. Choose signs that somebody else could see.':
    'Hasta cinco, primero la que aparece antes. Elija señales que otra persona pueda ver.',
  'Sign {number}': 'Señal {number}',
  'My triggers': 'Mis detonantes',
  'What has come just before using, or before wanting to.':
    'Lo que ha venido justo antes de consumir, o de querer hacerlo.',
  People: 'Personas',
  Places: 'Lugares',
  Things: 'Cosas',
  Times: 'Momentos',
  Feelings: 'Sentimientos',
  'What I do': 'Lo que hago',
  'One thing a line. Things you can do on a bad day, in the order you would do them.':
    'Una cosa por línea. Cosas que pueda hacer en un mal día, en el orden en que las haría.',
  'My people, in order': 'Mi gente, en orden',
  'Who picks up? Who is calm? Ask them before you write them down.':
    '¿Quién contesta? ¿Quién tiene calma? Pregúnteles antes de anotar sus nombres.',
  'Here is a start, in the order of our page on the first 24 hours. Change any of it. Using once does not undo this plan.':
    'Aquí tiene un comienzo, en el orden de nuestra página sobre las primeras 24 horas. Cambie lo que quiera. Consumir una vez no deshace este plan.',
  'My steps, one a line': 'Mis pasos, uno por línea',
  '[Read the first 24 hours](/help/first-24-hours/)': '[Leer las primeras 24 horas](/help/first-24-hours/)',
  'Is anyone in danger? Call {number}. Naloxone, even if unsure.':
    '¿Hay alguien en peligro? Llamar al {number}. Naloxona, aunque haya dudas.',
  'Shaking, sweating or seeing things: emergency room.':
    'Temblores, sudor o ver cosas que no están: a la sala de emergencias.',
  'Not alone. Naloxone close by.': 'Con alguien a mi lado. Naloxona cerca.',
  'Tell one person: the first on my list.': 'Decírselo a una persona: la primera de mi lista.',
  'Call {name}: {number}.': 'Llamar a {name}: {number}.',
  'Ask my prescriber before I start a medicine again.':
    'Preguntar a quien me receta antes de volver a tomar un medicamento.',
  'Eat. Drink water. Sleep somewhere safe. One meeting.':
    'Comer. Tomar agua. Dormir en un lugar seguro. Una reunión.',
  'When I look at it again': 'Cuándo vuelvo a verlo',
  'Life changes, and so do the signs. Nothing will remind you or chase you.':
    'La vida cambia, y las señales también. Nada le va a avisar ni a perseguir.',
  'In {days} days': 'En {days} días',
  'If they do not pick up': 'Si no contesta',
  'And then': 'Y después',
  Name: 'Nombre',
  Phone: 'Teléfono',
  'When to call': 'Cuándo llamar',
  Call: 'Llamar',
  Prescriber: 'Quién receta',
  'Some of the plan does not fit on this sheet and is cut off. All of it is on the device.':
    'Una parte del plan no cabe en esta hoja y queda cortada. Todo está en el aparato.',
  '**Any hour:** call or text {lifeline}. {name}: {phone}. Danger: {emergency}. Look at this again on':
    '**A toda hora:** llamar al {lifeline} y oprimir {key}, o enviar {word} al {lifeline}. {name}: {phone}. Peligro: {emergency}. Volver a ver esto el',
  'Any hour: call or text {lifeline}. {name}: {phone}. Danger: {emergency}.':
    'A toda hora: llamar al {lifeline} y oprimir {key}, o enviar {word} al {lifeline}. {name}: {phone}. Peligro: {emergency}.',
  'When it is close': 'Cuando está cerca',
  'My people': 'Mi gente',
  'Signs other people have named': 'Señales que otras personas han nombrado',
  'There is more on this in [Your warning-sign list](/guides/warning-signs/).':
    'Hay más sobre esto en [Su lista de señales de alerta](/guides/warning-signs/).',
  'In the body': 'En el cuerpo',
  'In mood': 'En el ánimo',
  'In thoughts': 'En los pensamientos',
  'In what I do': 'En lo que hago',
  'With people': 'Con la gente',
  'Make it with somebody': 'Hágalo con alguien',
  'A plan that one other person has read works better than a perfect one in a drawer. Read it out to a counselor, a sponsor or a friend. Ask them what is missing.':
    'Un plan que otra persona ha leído sirve más que uno perfecto en un cajón. Léaselo a su consejero o consejera, a su padrino o madrina, o a alguien de confianza. Pregunte qué falta.',
  '[Read about early signs](/guides/warning-signs/), or make a [coping card](/tools/coping-card/) first. It is shorter.':
    '[Lea sobre las señales tempranas](/guides/warning-signs/), o haga primero una [tarjeta de apoyo](/tools/coping-card/). Es más corta.',
});
