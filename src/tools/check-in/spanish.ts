import { spoken } from '#i18n/spoken.ts';

/** What the check-in's script says. */
export const spanish = {
  'Weekly check-in': 'Seguimiento semanal',
  'Not at all': 'Nada',
  'A little': 'Un poco',
  'A lot': 'Mucho',
  'My signs': 'Mis señales',
  '{sign}: more than last time': '{sign}: más que la vez pasada',
  '{sign}: less than last time': '{sign}: menos que la vez pasada',
  '{sign}: the same as last time': '{sign}: igual que la vez pasada',
  '{sign}: no mark last time': '{sign}: sin marca la vez pasada',
  'This is your first time here. Next time you will see what changed.':
    'Es su primera vez aquí. La próxima verá qué cambió.',
  'You last looked on {day}.': 'La última vez que miró fue el {day}.',
  'Tap an answer, and what changed shows here.': 'Toque una respuesta, y aquí verá qué cambió.',
  'Delete {day}': 'Eliminar el {day}',
  '{day} is deleted.': 'Se eliminó el {day}.',
} as const;

export const checkInSpeak = spoken({
  ...spanish,
  'How it has been': 'Cómo ha estado',
  'Sign {n}': 'Señal {n}',
  'How much': 'Cuánto',
  'Since last time': 'Desde la vez pasada',
  'One thing from [your plan](/tools/plan/#do):': 'Una cosa de [su plan](/tools/plan/#do):',
  'A sign is early news. [Your plan](/tools/plan/#do) can hold what to do about it. For tonight: eat, and tell one person.':
    'Una señal es un aviso temprano. [Su plan](/tools/plan/#do) puede decir qué hacer. Por esta noche: coma, y dígaselo a una persona.',
  'What you have kept, latest first': 'Lo que ha guardado, lo último primero',
  Print: 'Imprimir',
  'How to use it': 'Cómo usarlo',
  'Write up to ten signs of your own. The ones in [your plan](/tools/plan/) are here already, if you wrote some. Pick a quiet hour once a week, or come by when you like. No one counts, and a week you skip is just a week.':
    'Escriba hasta diez señales suyas. Las de [su plan](/tools/plan/) ya están aquí, si escribió algunas. Elija una hora tranquila por semana, o venga cuando quiera. Nadie lleva la cuenta, y una semana que se salte es solo una semana.',
  'If it is a lot right now, you need no list. [Talk to somebody](/help/).':
    'Si ahora mismo es mucho, no necesita una lista. [Hable con alguien](/help/).',
});
