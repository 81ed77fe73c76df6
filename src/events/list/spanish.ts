import { spoken } from '#i18n/spoken.ts';

/** What the list of events says while it is narrowed on the page. */
export const narrowedSpanish = {
  '{count} event': '{count} evento',
  '{count} events': '{count} eventos',
  '{events}. Without “{filter}” there is {count}.': '{events}. Sin «{filter}» hay {count}.',
  '{events}. Without “{filter}” there are {count}.': '{events}. Sin «{filter}» hay {count}.',
} as const;

/** What the ways to narrow the list are called. */
export const listSpeak = spoken({
  ...narrowedSpanish,
  How: 'Cómo',
  What: 'Qué',
  'Open to': 'Para quién',
  When: 'Cuándo',
  'In person': 'En persona',
  Online: 'En línea',
  'Room or link, as you like': 'Sala o enlace, como prefiera',
  'Get-together': 'Convivencia',
  Workshop: 'Taller',
  Family: 'Familia',
  'Giving back': 'Dar una mano',
  Outdoors: 'Al aire libre',
  Celebration: 'Celebración',
  Alumni: 'Exalumnos',
  'Alumni with guests': 'Exalumnos con acompañantes',
  'Family and friends': 'Familiares y amistades',
  Everyone: 'Todas las personas',
  'This month': 'Este mes',
  events: 'eventos',
  'More filters': 'Más filtros',
  'Narrow the list': 'Acortar la lista',
  Without: 'Sin',
  'Nothing is planned just now. New dates appear here first.':
    'Por ahora no hay nada planeado. Las fechas nuevas aparecen primero aquí.',
  'Nothing like this is planned just now.': 'Por ahora no hay nada así planeado.',
  'See all events': 'Ver todos los eventos',
  'All events': 'Todos los eventos',
  'Events: {filter}': 'Eventos: {filter}',
  'Events, {facet}:': 'Eventos, {facet}:',
  'What is coming up at {house}. {facet}: {filter}.': 'Lo que viene en {house}. {facet}: {filter}.',
});
