import { localeOf } from '#i18n/language.ts';
import type { Audience, Language, ResourceKind, Topic } from './schema.ts';

/** What the pages of resources say, in the language of each text. */

interface Words {
  kind: Record<ResourceKind, string>;
  audience: Record<Audience, string>;
  topic: Record<Topic, string>;
  services: string;
  whoFor: string;
  cost: string;
  phone: string;
  hours: string;
  address: string;
  link: string;
  checked: string;
  files: string;
  sources: string;
  posted: string;
  changed: string;
  again: string;
  overdue: string;
  print: string;
  /** In the other language, which is named in its own. */
  alsoIn: string;
}

export const resourceWords: Record<Language, Words> = {
  en: {
    kind: { announcement: 'News', guide: 'Guide', services: 'Places and people', worksheet: 'Worksheet' },
    audience: {
      everyone: 'For everybody',
      'first-weeks': 'For the first weeks at home',
      alumni: 'For people who finished here',
      families: 'For family and friends',
    },
    topic: {
      housing: 'A place to live',
      work: 'Work',
      money: 'Money',
      health: 'Health',
      family: 'Family',
      legal: 'Papers and the law',
      community: 'Around town',
    },
    services: 'Where to go',
    whoFor: 'Who it is for',
    cost: 'Cost',
    phone: 'Phone',
    hours: 'Open',
    address: 'Where',
    link: 'On the web',
    checked: 'We last checked in',
    files: 'To save or print',
    sources: 'Where this comes from',
    posted: 'Posted',
    changed: 'Last changed',
    again: 'We look at it again before',
    overdue: 'We meant to look at it again by this day and have not yet, so ask before you go:',
    print: 'Print this page',
    alsoIn: 'También en español',
  },
  es: {
    kind: {
      announcement: 'Noticias',
      guide: 'Guía',
      services: 'Lugares y personas',
      worksheet: 'Hoja para escribir',
    },
    audience: {
      everyone: 'Para todas las personas',
      'first-weeks': 'Para las primeras semanas en casa',
      alumni: 'Para quienes terminaron aquí',
      families: 'Para familiares y amistades',
    },
    topic: {
      housing: 'Un lugar donde vivir',
      work: 'Trabajo',
      money: 'Dinero',
      health: 'Salud',
      family: 'Familia',
      legal: 'Papeles y leyes',
      community: 'En la ciudad',
    },
    services: 'Adónde ir',
    whoFor: 'Para quién',
    cost: 'Costo',
    phone: 'Teléfono',
    hours: 'Abierto',
    address: 'Dónde',
    link: 'En la web',
    checked: 'Lo comprobamos por última vez en',
    files: 'Para guardar o imprimir',
    sources: 'De dónde viene esto',
    posted: 'Publicado el',
    changed: 'Último cambio:',
    again: 'Lo volvemos a revisar antes del',
    overdue: 'Pensábamos revisarlo antes de este día y aún no lo hicimos; pregunte antes de ir:',
    print: 'Imprimir esta página',
    alsoIn: 'Also in English',
  },
};

/** A day or an instant in words: `2026-06-03` as "June 3, 2026". */
export const dayInWords = (date: string, language: Language, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(new Date(date));

/** `2026-06-03` as "June 2026". */
export const monthInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(day),
  );
