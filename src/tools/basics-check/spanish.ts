import { spoken } from '#i18n/spoken.ts';

/** What the basics check says where a script says it. */
export const spanish = {
  'The basics check': 'Revisar lo básico',
  Hungry: 'Hambre',
  Angry: 'Enojo',
  Lonely: 'Soledad',
  Tired: 'Cansancio',
  'In pain': 'Dolor',
  Bored: 'Aburrimiento',
  Stressed: 'Estrés',
  'Tap what fits first. Then it can be kept.': 'Primero toque lo que siente. Después se puede guardar.',
  'That check is deleted.': 'Esa revisión se eliminó.',
  'Delete the check of {when}': 'Eliminar la revisión: {when}',
  '“{basic}” came up in {times} checks in the last two weeks. It may be worth saying to someone: a friend, a counselor, a doctor.':
    '“{basic}” apareció en {times} revisiones en las últimas dos semanas. Quizá valga la pena decírselo a alguien: una amistad, su consejería, su consulta médica.',
} as const;

export const basicsSpeak = spoken({
  ...spanish,
  'Eat something that is within reach, and drink a glass of water.':
    'Coma algo que tenga a la mano y tome un vaso de agua.',
  'Walk around the block before you answer anyone.':
    'Dé una vuelta a la cuadra antes de contestarle a nadie.',
  'Send one person three words: “Thinking of you.”': 'Mándele a una persona tres palabras: “Pienso en ti”.',
  'Set an alarm, put the phone across the room, and lie down.':
    'Ponga una alarma, deje el teléfono al otro lado del cuarto y acuéstese.',
  'Put something warm or cold on it, and write down where it hurts and since when.':
    'Póngase algo tibio o frío, y anote dónde le duele y desde cuándo.',
  'Do one thing with your hands that has an end: wash the cups, peel potatoes, fix the hinge.':
    'Haga con las manos una cosa que tenga fin: lavar las tazas, pelar papas, arreglar la bisagra.',
  'Write all of it on paper, and circle the one thing that is due today.':
    'Escríbalo todo en papel y encierre en un círculo lo único que toca hoy.',
  'What is it right now?': '¿Qué siente ahora mismo?',
  'Nobody comes to mind?': '¿No se le ocurre nadie?',
  'or // between two ways to reach a line': 'o',
  'You can just talk.': 'Puede simplemente hablar.',
  'Pain in the chest, trouble breathing, or one side gone weak:':
    'Dolor en el pecho, dificultad para respirar o un lado del cuerpo sin fuerza:',
  'More than one? Begin with the body: food, then rest, then people. None of them? It may be a plain urge: [ride it out](/tools/urge-timer/).':
    '¿Más de uno? Empiece por el cuerpo: comida, luego descanso, luego gente. ¿Ninguno? Pueden ser solo ganas: [déjelas pasar](/tools/urge-timer/).',
  'Keep this check': 'Guardar esta revisión',
  'The last ones you kept': 'Las últimas que guardó',
  Delete: 'Eliminar',
  'Print for the fridge': 'Imprimir para el refrigerador',
  'Why this helps': 'Por qué ayuda',
  'The body sends one alarm for many things. If what set it off was lunch, lunch is what turns it off. Our guide [HALT, and the basics check](/guides/halt-and-the-basics/) says more about each.':
    'El cuerpo manda una sola alarma para muchas cosas. Si la encendió la falta de comida, comer la apaga. Nuestra guía [HALT, y cómo revisar lo básico](/guides/halt-and-the-basics/) dice más de cada una.',
  'Keeping a check is up to you. It notes the time and what you tapped, and nothing else. After a few you may see which word keeps coming up.':
    'Usted decide si guarda una revisión. Anota la hora y lo que tocó, y nada más. Después de unas cuantas, quizá vea qué palabra se repite.',
});
