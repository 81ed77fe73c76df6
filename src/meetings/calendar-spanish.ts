import { spoken } from '#i18n/spoken.ts';

/** What the address of a calendar answers where it cannot give one; it may be opened in a browser. */
export const calendarSpeak = spoken({
  'Name a group by the last part of its page’s address: ?slug=…':
    'Nombre un grupo con la última parte de la dirección de su página: ?slug=…',
  'Name at least one group: ?slug=…': 'Nombre al menos un grupo: ?slug=…',
  'Name at most {count} groups': 'Nombre como máximo {count} grupos',
  'Write titles=neutral or titles=real, once': 'Escriba titles=neutral o titles=real, una sola vez',
  'A group’s name is made of a–z, 0–9 and hyphens': 'El nombre de un grupo lleva solo a–z, 0–9 y guiones',
  'This address does not name groups': 'Esta dirección no nombra ningún grupo',
  'None of these groups is listed': 'Ninguno de estos grupos está en la lista',
  'They may have ended or moved to another page. Look for them at {address}.':
    'Quizá terminaron o cambiaron de página. Búsquelos en {address}.',
});
