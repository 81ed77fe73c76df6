import { spoken } from '#i18n/spoken.ts';

/** What the timer says while it runs. */
export const spanish = {
  'The timer did not load. The breath, the list and the numbers here work without it.':
    'El reloj no se cargó. La respiración, la lista y los números de aquí sirven sin él.',
  'About a minute.': 'Más o menos un minuto.',
  'About {count} minutes.': 'Unos {count} minutos.',
  'Less than a minute.': 'Menos de un minuto.',
  'That time has gone by, and you are here.': 'Ese tiempo ya pasó, y usted está aquí.',
  'Started. {left} You can stop any time.': 'Empezó. {left} Puede parar cuando quiera.',
  'Past the middle. {left}': 'Ya pasó la mitad. {left}',
  '{left} Stay for another while, or go on with the day.': '{left} Quédese otro rato, o siga con su día.',
  'Stopped. You gave it some time, and that counts.': 'Detenido. Le dio un tiempo, y eso cuenta.',
  'It is in your log.': 'Está en su registro.',
  'Call {name}': 'Llamar a {name}',
  'your first person': 'su primera persona',
} as const;

export const timerSpeak = spoken({
  ...spanish,
  'Call someone': 'Llamar a alguien',
  Call: 'Llamar',
  'Call us at {name}': 'Llámenos, {name}',
  'Time left': 'Tiempo que falta',
  'Stop here': 'Parar aquí',
  'How strong is it now?': '¿Qué tan fuertes son las ganas ahora?',
  'Note what happened, for your log': 'Anote lo que pasó, para su registro',
  'Keep it in my log': 'Guardarlo en mi registro',
  'Keep nothing': 'No guardar nada',
  'It is in [your urge log](/tools/urge-log/).': 'Está en [su registro de ganas](/tools/urge-log/).',
  'How long can you stay with it?': '¿Cuánto tiempo puede esperar?',
  '1 minute': '1 minuto',
  '{count} minutes': '{count} minutos',
  'Nothing rings. You can stop or leave when you like.': 'No suena nada. Puede parar o irse cuando quiera.',
  'Ten slow breaths': 'Diez respiraciones lentas',
  'Count them on your fingers. Out is always longer than in.':
    'Cuéntelas con los dedos. Soltar el aire siempre dura más que tomarlo.',
  'Breathe in. Breathe out, as if through a straw.': 'Tome aire. Suéltelo como si soplara una vela de lejos.',
  'In. Out, and let your shoulders drop.': 'Tome aire. Suéltelo y deje caer los hombros.',
  'In. Out, and unclench your jaw.': 'Tome aire. Suéltelo y afloje la mandíbula.',
  'In. Out, and feel your feet on the floor.': 'Tome aire. Suéltelo y sienta los pies en el piso.',
  'In. Out, and open your hands.': 'Tome aire. Suéltelo y abra las manos.',
  'In. Out, and look at one thing in the room.': 'Tome aire. Suéltelo y mire una cosa del cuarto.',
  'In. Out, and listen to one sound.': 'Tome aire. Suéltelo y escuche un sonido.',
  'In. Out. The urge is here, and so are you.': 'Tome aire. Suéltelo. Las ganas están aquí, y usted también.',
  'In. Out. You have not decided anything.': 'Tome aire. Suéltelo. No ha decidido nada.',
  'In. Out. Now pick one thing below, or go round again.':
    'Tome aire. Suéltelo. Ahora elija una cosa de abajo, o dé otra vuelta.',
  'Five things to do meanwhile': 'Cinco cosas que hacer mientras tanto',
  '**Change rooms.** Outside is best. The stairs will do.':
    '**Cambie de cuarto.** Afuera es lo mejor. La escalera también sirve.',
  '**Hold something cold.** Water over your wrists, a can from the fridge.':
    '**Sostenga algo frío.** Agua en las muñecas, una lata del refrigerador.',
  '**Say it aloud:** “This is an urge. It is loud, and I am still here.”':
    '**Dígalo en voz alta:** “Son ganas. Gritan fuerte, y yo sigo aquí”.',
  '**Eat or drink something.** Plain and close at hand.': '**Coma o beba algo.** Sencillo y a la mano.',
  '**Send one line:** “Rough minute. Tell me about your day.”':
    '**Mande una línea:** “Un minuto difícil. Cuéntame de tu día”.',
  'In for four counts. Out for six.': 'Tome aire contando hasta cuatro. Suéltelo contando hasta seis.',
  'Breathe in': 'Tome aire',
  'And slowly out': 'Y suéltelo despacio',
  'Show me when to breathe in and out': 'Mostrarme cuándo tomar y soltar el aire',
  'If it does not let go': 'Si no se van',
  'An urge that stays is not a sign that you are doing this wrong. Call or text someone, any of the people on this page, and say just that: it stays. You do not have to explain.':
    'Que las ganas se queden no quiere decir que lo esté haciendo mal. Llame o escriba a alguien, a cualquiera de los que están en esta página, y diga solo eso: no se van. No tiene que explicar nada.',
  'More to try: [Ride out a craving](/guides/ride-out-a-craving/). If you have used: [the first 24 hours](/help/first-24-hours/).':
    'Más para probar: [Deje pasar las ganas](/guides/ride-out-a-craving/). Si consumió: [las primeras 24 horas](/help/first-24-hours/).',
  'The timer keeps nothing, unless you have put a line in your [urge log](/tools/urge-log/). Then it also keeps when it began, so that closing the page loses nothing.':
    'El reloj no guarda nada, a menos que usted ya tenga una línea en su [registro de ganas](/tools/urge-log/). Entonces guarda también cuándo empezó, para que no se pierda nada al cerrar la página.',
});
