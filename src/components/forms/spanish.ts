import { spoken } from '#i18n/spoken.ts';

/** What a form says when it could not be taken, by its page or by its script. */

export const spanish = {
  'There is a problem': 'Hay un problema',
  'Error:': 'Error:',
  'Error: {title}': 'Error: {title}',
  'We could not reach the site. Nothing was sent. Check your connection and try again':
    'No pudimos conectar con el sitio. No se envió nada. Revise su conexión e inténtelo de nuevo',
  'We could not reach the site. Nothing was sent. Check your connection and try again, or call us':
    'No pudimos conectar con el sitio. No se envió nada. Revise su conexión e inténtelo de nuevo, o llámenos',
} as const;

export const formsSpeak = spoken({
  'We cannot do this right now': 'No podemos hacer esto en este momento',
  'Nothing was changed, and nothing you typed is lost. Try again in a moment.':
    'No cambió nada, y nada de lo que escribió se perdió. Inténtelo de nuevo en un momento.',
  'What you typed:': 'Lo que escribió:',
  'Try again': 'Intentar de nuevo',
  'You can also call us:': 'También puede llamarnos:',
});
