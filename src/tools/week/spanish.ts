import { spoken } from '#i18n/spoken.ts';

/** What the week planner's script says, and what goes in a calendar that others may see. */
export const spanish = {
  'Week planner': 'Plan de la semana',
  Work: 'Trabajo',
  'Group hours': 'Horas de grupo',
  Meeting: 'Reunión',
  Sleep: 'Dormir',
  Meal: 'Comida',
  'Something good': 'Algo bueno',
  Appointment: 'Cita',
  Plans: 'Planes',
  Sunday: 'domingo',
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  'am // before noon': 'a. m.',
  'pm // after noon': 'p. m.',
  '{from} to {to}': '{from} a {to}',
  'Pick at least one day.': 'Elija por lo menos un día.',
  'Say when it begins.': 'Diga a qué hora empieza.',
  '{what} is in your week.': '{what} ya está en su semana.',
  '{what} is off {day}.': '{what} ya no está el {day}.',
  'Take {what} off {day}': 'Quitar {what} del {day}',
  'There is nothing in the week yet.': 'Todavía no hay nada en la semana.',
  'The calendar file is in your downloads.': 'El archivo de calendario está en sus descargas.',
  'The calendar file could not be made. Check the connection, and press again.':
    'No se pudo hacer el archivo de calendario. Revise la conexión y presione otra vez.',
  'week.ics': 'semana.ics',
} as const;

export const weekSpeak = spoken({
  ...spanish,
  'Every day': 'Todos los días',
  'Monday to Friday': 'De lunes a viernes',
  'Put something in': 'Ponga algo en la semana',
  'What is it?': '¿Qué es?',
  'In your own words': 'Con sus palabras',
  '(if you like)': '(si quiere)',
  'Which days?': '¿Qué días?',
  From: 'De',
  To: 'A',
  '(if it has an end)': '(si termina a una hora)',
  'Put it in the week': 'Ponerlo en la semana',
  'My week': 'Mi semana',
  'Print the week': 'Imprimir la semana',
  'Calendar file': 'Archivo de calendario',
  'The calendar file has every block, each week, at your own time. It does not carry your words: groups are “Appointment”, meetings and good things are “Plans”. A block without an end is an hour.':
    'El archivo de calendario tiene cada bloque, cada semana, a su hora. No lleva sus palabras: los grupos son “Cita”, y las reuniones y cosas buenas son “Planes”. Un bloque sin hora de terminar dura una hora.',
  'Where to begin': 'Por dónde empezar',
  'Sleep first, then meals. Then what has a fixed hour: work, groups, meetings. Look for the long empty hour, and put one good thing there.':
    'Primero el sueño, luego las comidas. Después lo que tiene hora fija: trabajo, grupos, reuniones. Busque la hora larga y vacía, y ponga ahí una cosa buena.',
  'A week on paper is a handrail. You can let go of it, and it is still there tomorrow. Find [a meeting for a gap](/meetings/), or read [A day and a week](/guides/a-day-and-a-week/).':
    'Una semana en papel es un pasamanos. Puede soltarlo, y mañana sigue ahí. Busque [una reunión para un hueco](/meetings/), o lea [Un día y una semana que le sostengan](/guides/a-day-and-a-week/).',
});
