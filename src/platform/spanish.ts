import { spoken, type Spanish } from '#i18n/spoken.ts';
import type { Language } from '#i18n/language.ts';

/** What the door of the site says, and what the rules for names, contacts and fields say, in Spanish. */

const spanish = {
  'This address takes POST only': 'Esta dirección solo recibe envíos por POST',
  'This address takes GET only': 'Esta dirección solo se puede consultar (GET)',
  'This form can only be sent from our own pages':
    'Este formulario solo se puede enviar desde nuestras propias páginas',
  'Send this as {type}': 'Envíe esto como {type}',
  'What you sent is too long: the limit is {limit} kB':
    'Lo que envió es demasiado largo: el límite es {limit} kB',
  'What you sent is not valid JSON': 'Lo que envió no es JSON válido',
  'Send one JSON object': 'Envíe un solo objeto JSON',
  'We could not send this. Leave the hidden field empty, or call us':
    'No pudimos enviar esto. Deje vacío el campo oculto, o llámenos',
  'There is a problem': 'Hay un problema',
  'Too many tries from here. Wait a few minutes, or call us':
    'Demasiados intentos desde aquí. Espere unos minutos, o llámenos',
  'We cannot take this right now. Nothing was sent; try again in a moment':
    'No podemos recibir esto en este momento. No se envió nada; inténtelo de nuevo en un momento',
  'We cannot do this right now': 'No podemos hacer esto en este momento',
  'Nothing was lost and nothing was sent. Try again in a moment, or call us.':
    'No se perdió nada y no se envió nada. Inténtelo de nuevo en un momento, o llámenos.',
  'If you call us about this, name the number {number}.':
    'Si nos llama por esto, mencione el número {number}.',
  'Something went wrong on our side': 'Algo falló de nuestro lado',
  'The name must be {number} characters or fewer': 'El nombre puede tener hasta {number} caracteres',
  'Enter the name on one line, without control characters':
    'Escriba el nombre en un solo renglón, sin caracteres de control',
  'Enter your name': 'Escriba su nombre',
  'Enter an email address': 'Escriba una dirección de correo electrónico',
  'Enter an email address in the correct format, like name@example.com':
    'Escriba una dirección de correo electrónico completa, como nombre@example.com',
  'The email address must be {number} characters or fewer':
    'La dirección de correo electrónico puede tener hasta {number} caracteres',
  'Enter a phone number': 'Escriba un número de teléfono',
  'Enter a phone number with its area code, using digits only':
    'Escriba el número de teléfono con su código de área, solo con dígitos',
  'Remove the characters that are not text': 'Quite los caracteres que no son texto',
  'Use {number} characters or fewer': 'Use {number} caracteres como máximo',
  'Write this on one line': 'Escriba esto en un solo renglón',
  'Enter a time, for example 7:00 pm': 'Escriba una hora, por ejemplo 7:00 pm',
  'Enter a date, as 2026-12-24': 'Escriba una fecha, como 2026-12-24',
} as const;

export const doorSpeaks = spoken(spanish);

/**
 * A message of a schema in the language of the page. Schemas say theirs in English, filled in: `{limit}` in the
 * dictionary stands for what was filled in there. What no dictionary has stays as it is.
 */
export function messageIn(language: Language, message: string, more: Spanish = {}): string {
  if (language === 'en') return message;
  const dictionary: Spanish = { ...spanish, ...more };
  const exact = dictionary[message];
  if (exact !== undefined) return exact;
  for (const [english, said] of Object.entries(dictionary)) {
    const values = english.includes('{') && patternOf(english).exec(message)?.groups;
    if (values) return said.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  }
  return message;
}

const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text.replace(/[\\^$.*+?()[\]|/-]/g, String.raw`\$&`).replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`,
    's',
  );
