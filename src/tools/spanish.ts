import { spoken } from '#i18n/spoken.ts';

/** What the tools are called, the shelves they stand on, and what the page of all of them says. */
export const toolsSpeak = spoken({
  Tools: 'Herramientas',
  'For right now': 'Para este momento',
  'Make ready on a calm day': 'Para preparar en un día tranquilo',
  'Week by week': 'Semana a semana',
  'Looking ahead': 'Mirando hacia adelante',
  'Ride out an urge': 'Dejar pasar las ganas',
  'A timer, a slow breath to follow, and someone to call, all on one page.':
    'Un reloj, una respiración lenta que seguir y alguien a quien llamar, todo en una página.',
  'The basics check': 'Revisar lo básico',
  'Hungry, angry, lonely, tired? Tap what fits, and do one thing about it.':
    '¿Hambre, enojo, soledad, cansancio? Toque lo que sienta y haga una cosa al respecto.',
  'The next 24 hours': 'Las próximas 24 horas',
  'If you have used: one step at a time, and nothing is written down.':
    'Si consumió: un paso a la vez, y no se anota nada.',
  'Your plan': 'Su plan',
  'Your reasons, your signs, your people and what to do, on one page you can print.':
    'Sus razones, sus señales, su gente y qué hacer, en una página que puede imprimir.',
  'Coping card': 'Tarjeta de apoyo',
  'Three reasons, three people, three things to do. It fits in a wallet.':
    'Tres razones, tres personas, tres cosas que hacer. Cabe en la cartera.',
  'Week planner': 'Plan de la semana',
  'Work, groups, meetings and sleep on one sheet, so that the week holds you up.':
    'Trabajo, grupos, reuniones y sueño en una hoja, para que la semana le dé apoyo.',
  'Weekly check-in': 'Seguimiento semanal',
  'Ten taps on your own warning signs, and what changed since last week.':
    'Diez toques sobre sus propias señales de alerta, y lo que cambió desde la semana pasada.',
  'Urge log': 'Registro de ganas',
  'When, where, and what helped. After two weeks most people see a pattern.':
    'Cuándo, dónde y qué ayudó. A las dos semanas, casi todo el mundo ve un patrón.',
  'Your days': 'Sus días',
  'Counts all your days, keeps every date you give it, and takes nothing away.':
    'Cuenta todos sus días, guarda cada fecha que le dé y no le quita nada.',
  'What you keep': 'Lo que ahorra',
  'What you used to spend in a week, and what it adds up to now.':
    'Lo que gastaba en una semana, y cuánto suma ya.',
  'Your first 90 days': 'Sus primeros 90 días',
  'From the day you came home: what to do when, and a calendar to take along.':
    'Desde el día en que volvió a casa: qué hacer y cuándo, con un calendario para llevar.',
  'Ten questions for a program': 'Diez preguntas para un programa',
  'What to ask, with room for the answers of three programs side by side.':
    'Qué preguntar, con espacio para las respuestas de tres programas, una al lado de otra.',
  'Tools for you': 'Herramientas para usted',
  'Small things to fill in. They stay on your device.':
    'Cosas pequeñas para llenar. Se quedan en su aparato.',
  'Small things to tap, fill in, print and carry. What you write stays on this device. We can’t see it.':
    'Cosas pequeñas para tocar, llenar, imprimir y llevar. Lo que escribe se queda en este aparato. No podemos verlo.',
  'Using a shared or family phone? Anyone with the same browser can open what is kept here. Printing, and then [erasing](/my-data/), is safer.':
    '¿Usa un teléfono compartido o de la familia? Quien abra el mismo navegador puede ver lo que se guarda aquí. Es más seguro imprimir y luego [borrar](/my-data/).',
});
