import { spoken } from '#i18n/spoken.ts';

/** What the counter's script says. */
export const spanish = {
  'Your days': 'Sus días',
  Notes: 'Notas',
  'My days': 'Mis días',
  'day in all': 'día en total',
  'days in all': 'días en total',
  '{count} day': '{count} día',
  '{count} days': '{count} días',
  'Your {days} stay. When you are ready, write down the last day of it.':
    'Lo que lleva se queda: {days}. Cuando quiera, anote el último día de consumo.',
  'Today you are here. That counts.': 'Hoy está aquí. Eso cuenta.',
  'Since {since}.': 'Desde el {since}.',
  '{days} since {since}.': '{days} desde el {since}.',
  'Return to use on {first}, not over yet': 'Volvió a consumir el {first}, todavía no termina',
  'Return to use from {first} to {last}': 'Volvió a consumir del {first} al {last}',
  'Return to use on {first}': 'Volvió a consumir el {first}',
  'First day: {day}': 'Primer día: {day}',
  'One year of days': 'Un año de días',
  '{count} years of days': '{count} años de días',
  'Delete “{name}” and all its dates from this device?':
    '¿Eliminar “{name}” y todas sus fechas de este aparato?',
  'Delete this date ({day})?': '¿Eliminar esta fecha ({day})?',
} as const;

export const daysSpeak = spoken({
  ...spanish,
  'On paper': 'En papel',
  'Write down your first day. Count every day since, today too. If you use again, write that date here as well, and keep counting. The days before it are still yours.':
    'Anote su primer día. Cuente cada día desde entonces, también hoy. Si vuelve a consumir, anote aquí esa fecha y siga contando. Los días de antes siguen siendo suyos.',
  'My first day': 'Mi primer día',
  'Date {n}, and a word about it': 'Fecha {n}, y una palabra sobre ella',
  'All my days': 'Todos mis días',
  Show: 'Mostrar',
  'Add a count of your own': 'Agregar otra cuenta',
  'Cover this page': 'Tapar esta página',
  'It then opens as “Notes”, and shows nothing until you tap. Handy when someone looks over your shoulder. It is not a lock.':
    'Entonces se abre como “Notas”, y no muestra nada hasta que la toque. Útil si alguien mira sobre su hombro. No es un candado.',
  Print: 'Imprimir',
  Change: 'Cambiar',
  Delete: 'Eliminar',
  'What got you through the evenings this week?': '¿Qué le ayudó a pasar las noches esta semana?',
  'What is easier than it was a month ago?': '¿Qué es más fácil que hace un mes?',
  'Who has noticed a change, and what did they see?': '¿Quién ha notado un cambio, y qué vio?',
  'What do you do without thinking that you had to plan at first?':
    '¿Qué hace ya sin pensarlo que al principio tenía que planear?',
  'Whom would you like to thank, and for what?': '¿A quién quisiera dar las gracias, y por qué?',
  'What would you tell the person you were on your first day?':
    '¿Qué le diría a la persona que usted era el primer día?',
  'What did this year give you that you want to keep?': '¿Qué le dio este año que quiera conservar?',
  'What you count': 'Qué cuenta',
  '(optional)': '(opcional)',
  'Any words you like. “Mornings.” “Me.” Nobody else sees them.':
    'Las palabras que quiera. “Mañanas”. “Yo”. Nadie más las ve.',
  'Your first day': 'Su primer día',
  'It can be long ago. A good guess will do, and you can change it.':
    'Puede ser hace mucho. Basta un cálculo aproximado, y puede cambiarlo.',
  'Keep this count': 'Guardar esta cuenta',
  'Not now': 'Ahora no',
  'If you have used': 'Si consumió',
  'Thank you for being honest with yourself. Your days stay. This only adds a date.':
    'Gracias por decirse la verdad. Sus días se quedan. Esto solo agrega una fecha.',
  'Earlier milestones': 'Logros anteriores',
  'Dates you keep': 'Fechas que guarda',
  'Change name or first day': 'Cambiar el nombre o el primer día',
  'Delete this count': 'Eliminar esta cuenta',
  'The day': 'El día',
  'Was it that day only?': '¿Fue solo ese día?',
  'That day': 'Ese día',
  'More days. They ended on the date below': 'Más días. Terminaron en la fecha de abajo',
  'It is not over yet': 'Todavía no termina',
  'The last day of it': 'El último día',
  'A note to yourself': 'Una nota para usted',
  'Keep this date': 'Guardar esta fecha',
  'What to do in the first 24 hours': 'Qué hacer en las primeras 24 horas',
  'How it counts': 'Cómo cuenta',
  'Every day since your first day counts, and today is one of them. If you use again, you can write down the date. The total stays. Only days that use went on for, after the first, are left out.':
    'Cuenta cada día desde el primero, y hoy es uno de ellos. Si vuelve a consumir, puede anotar la fecha. El total se queda. Solo no se cuentan los días que siguió consumiendo, después del primero.',
  'You do not have to count at all. Some people find that a number helps. Some find that it gets in the way. Both are fine, and you can erase it any time.':
    'No tiene que contar nada. A algunas personas un número les ayuda. A otras les estorba. Las dos cosas están bien, y puede borrarlo cuando quiera.',
  'If you have just used': 'Si acaba de consumir',
  'The number can wait. [The first 24 hours](/help/first-24-hours/) says what to do now, in order.':
    'El número puede esperar. [Las primeras 24 horas](/help/first-24-hours/) dice qué hacer ahora, en orden.',
});
