import { spoken } from '#i18n/spoken.ts';

/** What a list of resources says when something is newer than its page. */
export const newerSpanish = {
  'One post is newer than this page': 'Una publicación es más nueva que esta página',
  '{count} posts are newer than this page': '{count} publicaciones son más nuevas que esta página',
} as const;

/** What the shelves, the search and the pages around a resource say; the text itself says the rest (words.ts). */
export const resourcesSpeak = spoken({
  ...newerSpanish,
  Resources: 'Recursos',
  'All resources': 'Todos los recursos',
  'Resources in {city}': 'Recursos en {city}',
  'Housing, work, money, health and more in {city}, for life after treatment.':
    'Vivienda, trabajo, dinero, salud y más en {city}, para la vida después del tratamiento.',
  'Places and people nearby that help with the rest of life, news from our house, and pages to write on. Our team looks at each one again before the date on its page.':
    'Lugares y personas cerca que ayudan con lo demás de la vida, noticias de nuestra casa y hojas para escribir. Nuestro equipo revisa cada recurso antes de la fecha que dice su página.',
  'Our list is not here right now. Call us at': 'Nuestra lista no está aquí en este momento. Llámenos al',
  'and we will look it up for you.': 'y la buscamos por usted.',
  'New posts are in a [news feed](/resources/feed.xml) too.':
    'Lo nuevo también está en un [canal de noticias](/resources/feed.xml).',
  'Just posted or changed': 'Recién publicado o cambiado',
  'All {count} about “{topic}”': 'Los {count} sobre «{topic}»',
  'in English': 'en inglés',

  'Find resources': 'Buscar recursos',
  'What are you looking for?': '¿Qué busca?',
  Find: 'Buscar',
  'Narrow it': 'Acortar la búsqueda',
  About: 'Sobre',
  For: 'Para',
  Kind: 'Tipo',
  Language: 'Idioma',
  Anything: 'Cualquier tema',
  Anybody: 'Cualquier persona',
  'Any kind': 'Cualquier tipo',
  Either: 'Cualquiera',
  'One resource': 'Un recurso',
  '{count} resources': '{count} recursos',
  'page {page} of {pages}': 'página {page} de {pages}',
  'Nothing found.': 'No se encontró nada.',
  'Try one word in place of several, or [go through the list by topic](/resources/).':
    'Pruebe con una sola palabra, o [recorra la lista por temas](/resources/).',
  'Try one word in place of several, or [look for the same words everywhere]({address}), or [go through the list by topic](/resources/).':
    'Pruebe con una sola palabra, o [busque lo mismo en todas partes]({address}), o [recorra la lista por temas](/resources/).',
  'Somebody may know it by heart: call': 'Tal vez alguien lo sabe de memoria: llame al',
  Pages: 'Páginas',
  'Before // the page': 'Anterior',
  'More // the next page': 'Siguiente',

  'This page is gone': 'Esta página ya no está',
  'We took it down because it was no longer right or its time was over. You have not done anything wrong.':
    'La quitamos porque ya no era correcta o porque su tiempo pasó. Usted no hizo nada mal.',
  'Something else may help: look through [all our resources](/resources/), search them here, or ask us at':
    'Otra cosa puede servirle: mire [todos nuestros recursos](/resources/), búsquelos aquí o pregúntenos:',
  'If you need someone now': 'Si necesita a alguien ahora',
  or: 'o',
  'at any hour. In danger?': 'a cualquier hora. ¿Está en peligro?',

  '{house}: resources': '{house}: recursos',
  'What {house} posted': 'Lo que publicó {house}',

  'Draft – not published': 'Borrador: no publicado',
  'Draft – not published.': 'Borrador: no publicado.',
  'You were sent this to look at. It may still change. The link works until {moment}.':
    'Se lo enviaron para que lo vea. Todavía puede cambiar. El enlace funciona hasta el {moment}.',
  'This link opens nothing': 'Este enlace no abre nada',
  'It may be cut short, or its time is over. Ask whoever sent it to you for a new one.':
    'Tal vez está cortado, o su tiempo pasó. Pídale otro a quien se lo envió.',
  'See what is published': 'Ver lo que está publicado',
});
