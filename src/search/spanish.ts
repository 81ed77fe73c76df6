import { spoken } from '#i18n/spoken.ts';

/** What the search says: the page, and what its script writes. */

/** Also sent to the browser. */
export const spanish = {
  'First of all': 'Primero',
  Help: 'Ayuda',
  Guides: 'Guías',
  Tools: 'Herramientas',
  Resources: 'Recursos',
  Events: 'Eventos',
  'More pages': 'Más páginas',
  'In: {heading}': 'En: {heading}',
  'All {count} in “{section}”': 'Ver los {count} de “{section}”',
  'One page for “{query}”.': 'Una página para “{query}”.',
  '{count} pages for “{query}”.': '{count} páginas para “{query}”.',
  'Nothing found for “{query}”.': 'No encontramos nada para “{query}”.',
  'Help comes first on this page.': 'La ayuda está primero en esta página.',
  'Showing results for': 'Mostramos resultados para',
  'Look for “{query}” as typed': 'Buscar “{query}” tal como se escribió',
  'Looking …': 'Buscando…',
} as const;

export const searchSpeak = spoken({
  ...spanish,
  Search: 'Buscar',
  'Find what is on this site, or go through the list of all its pages.':
    'Encuentre lo que hay en este sitio, o recorra la lista de todas sus páginas.',
  'Find what is on this site. What you type stays on this device: it is not sent, and not kept.':
    'Encuentre lo que hay en este sitio. Lo que escribe se queda en este aparato: no se envía ni se guarda.',
  'Every page of this site, in one list. Your browser can find a word in it: look for “Find on page” in its menu.':
    'Todas las páginas de este sitio, en una lista. Su navegador puede encontrar una palabra en ella: busque “Buscar en la página” en su menú.',
  'What are you looking for?': '¿Qué busca?',
  'A word or two is enough. It is all right to misspell it.':
    'Basta con una o dos palabras. No importa si hay errores.',
  'All pages': 'Todas las páginas',
  'All help': 'Toda la ayuda',
  'All guides': 'Todas las guías',
  'All tools': 'Todas las herramientas',
  'All resources': 'Todos los recursos',
  'All events': 'Todos los eventos',
  'About us': 'Quiénes somos',
  'The search did not load. Every page is in the list below.':
    'La búsqueda no cargó. Todas las páginas están en la lista de abajo.',
  'Try one word in place of several, or another word for it. Or begin here:':
    'Pruebe una palabra en lugar de varias, u otra palabra. O empiece aquí:',
  'Help right now': 'Ayuda ahora mismo',
  'Find a meeting': 'Buscar una reunión',
  'Somebody may know it by heart: call': 'Tal vez alguien aquí lo sepa: llame al',
  'You do not have to be alone with this': 'No tiene que pasar por esto a solas',
  'Is somebody in danger now?': '¿Hay alguien en peligro ahora?',
  'Are you safe?': '¿Está a salvo?',
  'Not waking, not breathing well, or took too much: call first, then give naloxone if you have it.':
    'Si no despierta, no respira bien o tomó demasiado: llame primero y luego dé naloxona si tiene.',
  'If you think of dying or of hurting yourself, or it is all too much: a person answers, free, at any hour.':
    'Si piensa en morir o en hacerse daño, o ya es demasiado: contesta una persona, gratis, a cualquier hora.',
  'If somebody hurts you or frightens you: people who know about this answer, free, at any hour.':
    'Si alguien le hace daño o le da miedo: contestan personas que saben de esto, gratis, a cualquier hora.',
  'What to do while you wait': 'Qué hacer mientras espera',
  'All help on one page': 'Toda la ayuda en una página',
  'How to leave this site quickly': 'Cómo salir rápido de este sitio',
});
