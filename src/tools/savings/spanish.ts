import { spoken } from '#i18n/spoken.ts';

/** What the script of the savings says. */
export const spanish = {
  'What you keep': 'Lo que ahorra',
  'since {day}, at {weekly} a week.': 'desde el {day}, a razón de {weekly} por semana.',
  'It has begun to add up to {goal}.': 'Ya empezó a sumar para {goal}.',
  'About a quarter of {goal}.': 'Más o menos la cuarta parte de {goal}.',
  'About a third of {goal}.': 'Más o menos la tercera parte de {goal}.',
  'About half of {goal}.': 'Más o menos la mitad de {goal}.',
  'About two thirds of {goal}.': 'Más o menos dos terceras partes de {goal}.',
  'Most of {goal}.': 'La mayor parte de {goal}.',
  'It is enough for {goal}.': 'Alcanza para {goal}.',
  'Write a sum in numbers, like those on a receipt.': 'Escriba una cantidad en números, como en un recibo.',
  'Choose a date.': 'Elija una fecha.',
  'What I keep {since}': 'Lo que ahorro {since}',
  'For: {goal}, {amount}.': 'Para: {goal}, {amount}.',
  'a goal': 'una meta',
} as const;

export const savingsSpeak = spoken({
  ...spanish,
  'On paper': 'En papel',
  'Take what you used to spend in a week. Count the weeks since then. Multiply the two.':
    'Tome lo que gastaba en una semana. Cuente las semanas desde entonces. Multiplique los dos números.',
  'In a week': 'Por semana',
  Weeks: 'Semanas',
  'So far': 'Hasta ahora',
  'What it could be for': 'Para qué podría ser',
  Show: 'Mostrar',
  'kept, more or less': 'de ahorro, más o menos',
  'Your numbers': 'Sus números',
  'What you used to spend in a week, in dollars': 'Lo que gastaba por semana, en dólares',
  'A guess is fine. Count what you like: rides and late food too.':
    'Basta un cálculo aproximado. Cuente lo que quiera: también los viajes y la comida de madrugada.',
  Since: 'Desde',
  '(optional)': '(opcional)',
  'What that costs, in dollars': 'Cuánto cuesta, en dólares',
  'Cover the numbers until I tap': 'Tapar los números hasta que yo toque',
  'Keep these numbers': 'Guardar estos números',
  Print: 'Imprimir',
  'It is an estimate': 'Es un cálculo aproximado',
  'It takes what you spent in a week and multiplies it. It does not know about rent, debts or fines, and it is no bill for the past. If a number like this makes you feel worse, leave it out.':
    'Toma lo que gastaba por semana y lo multiplica. No sabe de renta, deudas ni multas, y no es una cuenta por el pasado. Si un número así le hace sentir peor, déjelo.',
  'For the money itself, see [the guide on money](/guides/money/). It has a plan for paydays.':
    'Para el dinero en sí, vea [la guía sobre el dinero](/guides/money/). Tiene un plan para los días de pago.',
});
