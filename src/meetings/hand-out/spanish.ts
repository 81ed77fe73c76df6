import { spoken } from '#i18n/spoken.ts';

/** What the script of a hand-out writes. */
export const spanish = {
  '{count}, as you found them.': '{count}, tal como las encontró.',
} as const;

export const handOutSpeak = spoken({
  'Meetings to print': 'Reuniones para imprimir',
  'Back to the list': 'Volver a la lista',
  Meetings: 'Reuniones',
  'As of {date}.': 'Del {date}.',
  'Choose what it shows': 'Elegir qué muestra',
  'Print or save as PDF': 'Imprimir o guardar como PDF',
  'The first {count} of them are here: choose a filter to see others.':
    'Aquí están las primeras {count}: elija un filtro para ver otras.',
  'Choose other filters': 'Elegir otros filtros',
  'Times are {zone} unless a line says otherwise. Lists change: before a long way, look at {address} or call us.':
    'Las horas son de la zona “{zone}”, salvo que un renglón diga otra cosa. Las listas cambian: antes de un camino largo, mire en {address} o llámenos.',
  'We could not reach our list just now; this is the last one we read.':
    'Ahora no pudimos consultar nuestra lista; esta es la última que leímos.',
  'What it shows': 'Qué muestra',
  Letters: 'Letras',
  'Large print': 'Letra grande',
  'Show it like this': 'Mostrarla así',
  'The list': 'La lista',
  Away: 'A qué distancia',
  Time: 'Hora',
  Name: 'Nombre',
  'How and where': 'Cómo y dónde',
  Address: 'Dirección',
  'Fellowship or pathway': 'Comunidad o camino',
  Kinds: 'Tipos',
  'Link to join': 'Enlace para entrar',
  'Phone to join': 'Teléfono para entrar',
  'Good to know': 'Conviene saber',
  'Last confirmed': 'Última confirmación',
  'Ask for the link': 'Pida el enlace',
});
