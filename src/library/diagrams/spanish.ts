import { spoken } from '#i18n/spoken.ts';

/** What the drawings say, on them and to whoever does not see them. A line of a drawing holds about so much. */
export const drawingsSpeak = spoken({
  // the chain
  Trigger: 'Detonante',
  Thought: 'Idea',
  Craving: 'Ganas',
  Use: 'Consumo',
  'Leave, or': 'Váyase, o',
  'go around': 'dé la vuelta',
  'Answer it': 'Contéstele',
  'out loud': 'en voz alta',
  'Wait, move,': 'Muévase,',
  call: 'espere, llame',
  'A chain, and where it can be cut': 'Una cadena, y dónde se puede cortar',
  'Four stones in a row: trigger, thought, craving, use. Between each stone and the next, a path with a lamp leads away. After the trigger: leave, or go around. After the thought: answer it out loud. After the craving: wait, move, call.':
    'Cuatro piedras en fila: detonante, idea, ganas, consumo. Entre cada piedra y la siguiente sale un camino con un farol. Después del detonante: váyase, o dé la vuelta. Después de la idea: contéstele en voz alta. Después de las ganas: muévase, espere, llame.',
  'One cut is enough, and a late one counts. After use there is a way out too: tell someone.':
    'Con un corte basta, y uno tardío también cuenta. Después de consumir también hay salida: dígaselo a alguien.',

  // the fork
  'You have something': 'Tiene algo listo,',
  'ready, and you do it': 'y lo hace',
  'Nothing is ready,': 'No tiene nada listo,',
  'so you wait and hope': 'y espera que pase',
  'You trust yourself // more': 'Confía un poco más',
  'a little more': 'en sus fuerzas',
  'You trust yourself // less': 'Confía un poco menos',
  'a little less': 'en sus fuerzas',
  'Using looks less': 'Consumir parece',
  'like a way out': 'menos una salida',
  'Using looks like': 'Consumir parece',
  'the one way out': 'la única salida',
  'A hard moment': 'Un momento difícil',
  'A fork in the path': 'El camino se divide',
  'A path comes to a hard moment and forks. On the left: you have something ready, and you do it; you trust yourself a little more; using looks less like a way out. On the right: nothing is ready, so you wait and hope; you trust yourself a little less; using looks like the one way out. Two lit footbridges lead from the right side to the left.':
    'Un camino llega a un momento difícil y se divide. A la izquierda: tiene algo listo, y lo hace; confía un poco más en sus fuerzas; consumir parece menos una salida. A la derecha: no tiene nada listo, y espera que pase; confía un poco menos en sus fuerzas; consumir parece la única salida. Dos puentes con luz llevan del lado derecho al izquierdo.',
  'After Alan Marlatt’s model. The lamps mark bridges: you can cross to the other side at any point.':
    'Según el modelo de Alan Marlatt. Los faroles marcan puentes: puede cruzar al otro lado en cualquier punto.',

  // the wave
  'It rises': 'Sube',
  'It peaks': 'Llega a lo alto',
  'It falls': 'Baja',
  'You stay on top.': 'Usted sigue arriba.',
  'It goes by below.': 'Pasa por debajo.',
  'An urge rises, peaks and falls': 'Las ganas suben, llegan a lo alto y bajan',
  'A wave between two stretches of flat water. On the left it rises, in the middle it peaks, on the right it falls. The same small boat with a lantern is drawn three times: before the wave, on top of it, and after it.':
    'Una ola entre dos tramos de agua en calma. A la izquierda sube, en medio llega a lo alto, a la derecha baja. El mismo barquito con un farol aparece tres veces: antes de la ola, encima y después.',
  'No two waves are as high or as long. Each one comes down, and the boat is still there.':
    'No hay dos olas igual de altas ni de largas. Todas bajan, y el barco sigue ahí.',

  // the stair
  'Continuing care': 'Atención continua',
  'A group, a call, a visit now and then': 'Un grupo, una llamada, una visita a veces',
  'The levels of care, as a stair': 'Los niveles de atención, como una escalera',
  'Four steps, going down, with hills and a lit house behind them. {steps} A lamp stands on each step. The stair can be walked down and up.':
    'Cuatro escalones que bajan, con colinas y una casa con luz al fondo. {steps} En cada escalón hay un farol. La escalera se puede bajar y subir.',
  'PHP is partial hospitalization. IOP is intensive outpatient. OP is outpatient care. People go down a step when life holds more, and up a step when it holds less.':
    'PHP es hospitalización parcial. IOP es programa ambulatorio intensivo. OP es atención ambulatoria. Se baja un escalón cuando la vida sostiene más, y se sube uno cuando sostiene menos.',

  // the steps with naloxone
  'Check, and shout': 'Mire cómo está y grite',
  'A helper kneels beside a person who lies on the floor, shakes their shoulder and calls out.':
    'Alguien se arrodilla junto a una persona tendida en el suelo, le sacude el hombro y le grita.',
  'Call for help': 'Pida ayuda',
  'A phone lies ready with the number of emergency services on it, and its loudspeaker on.':
    'Un teléfono está listo, con el número de emergencias en la pantalla y el altavoz encendido.',
  'Head back, spray in the nose': 'La cabeza atrás, el aerosol en la nariz',
  'The person lies on their back. One hand under the neck lets the head tip back. The other puts the tip of the spray into one side of the nose, with the thumb on the button.':
    'La persona está boca arriba. Una mano bajo la nuca deja que la cabeza se vaya hacia atrás. La otra mete la punta del aerosol en un lado de la nariz, con el pulgar en el botón.',
  'Breathe for them': 'Dele respiración',
  'The helper kneels at the head, tips it back, pinches the nose and breathes into the mouth. The chest rises.':
    'Quien ayuda se arrodilla junto a la cabeza, la echa hacia atrás, tapa la nariz y sopla en la boca. El pecho sube.',
  'Roll them on their side': 'Póngala de lado',
  'The person lies on their side. The upper knee is bent and rests on the floor. The upper hand lies under the cheek, and the mouth points down.':
    'La persona está de lado. La rodilla de arriba está doblada y se apoya en el suelo. La mano de arriba está bajo la mejilla, y la boca mira hacia abajo.',
  Stay: 'No se vaya',
  'The person lies on their side. The helper sits with them, one hand on their shoulder.':
    'La persona está de lado. Quien ayuda está a su lado, con una mano en su hombro.',
});
