import { localeOf } from '#i18n/language.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import type { MayKeep } from '#platform/kept/may-keep.ts';
import type { CopyRow, ReadCopy } from './saved-copy.ts';
import type { spanish } from './spanish.ts';

/** What the page of everything that is here says by itself. */

const say = sayHere<typeof spanish>();

const days = new Intl.DateTimeFormat(localeOf(say.language), { dateStyle: 'long' });

export const dayOf = (instant: string): string => (instant ? days.format(new Date(instant)) : '');

const linesOf = (count: number) => say.count(count, '{count} line', '{count} lines');

export const inside = (count: number): string => say('What is in it ({lines})', { lines: linesOf(count) });

export const changedOn = (instant: string): string =>
  instant ? say('Changed {day}.', { day: dayOf(instant) }) : say('It does not say when it was changed.');

export const listWords = {
  none: say('Nothing is kept on this device.'),
  refused: say('This browser does not keep things, so there is nothing here.'),
  newer: say(
    'A newer version of this site wrote this. Load the page again to see it. A saved copy has it in full.',
  ),
  'not-ours': say('This cannot be read here. A saved copy has it as it is.'),
  unknown: say('This page does not know what this is. A saved copy has it as it is.'),
  aside: (name: string) =>
    say('Put aside: {name}, which could not be read when something new was written', { name }),
  erase: (title: string) => say('Erase “{title}” from this device?', { title }),
  eraseOne: (title: string) => say('Erase {title}', { title }),
  erased: (title: string) => say('{title}: erased from this device.', { title }),
  waiting: (count: number) =>
    say.count(
      count,
      'For staff: {count} press at the door of an event is not sent yet. Send first, then erase: what is erased here is lost.',
      'For staff: {count} presses at the door of an event are not sent yet. Send first, then erase: what is erased here is lost.',
    ),
};

/** What a copy is called in the downloads. */
export const copyName = say('my-notes.json');

export const copyWords = {
  saved: say('The copy was saved as {file}. Anyone who opens that file can read it.', { file: copyName }),
  nothing: say('There is nothing here to save.'),
  taken: (count: number) => say('Brought back: {count}.', { count }),
  notTaken: say('This browser does not keep things, so nothing was brought back.'),
  partly: (titles: string) => say('Not brought back: {titles}.', { titles }),
};

export const troubleWords: Record<Extract<ReadCopy, { trouble: string }>['trouble'], string> = {
  'too-big': say(
    'This file is larger than 5 MB, so it is no copy that this page saved. Nothing was changed.',
  ),
  'no-copy': say(
    'This file is no copy that this page saved, or it is broken. Nothing was changed. Look for “{file}”.',
    { file: copyName },
  ),
  newer: say(
    'A newer version of this site saved this copy. Load the page again, and then choose the file once more.',
  ),
  empty: say('There is nothing in this copy. Nothing was changed.'),
};

const leftWords: Record<Extract<CopyRow, { take: false }>['because'], string> = {
  newer: say('Left out: a newer version of this site wrote it.'),
  'not-ours': say('Left out: it is not written the way this site writes it.'),
  unknown: say('Left out: this site does not know it.'),
};

/** What happens to a row of the copy, beside what is here already. */
export function rowWords(row: CopyRow, isHere: boolean): string {
  if (!row.take) return leftWords[row.because];
  const what = [linesOf(row.lines.length), row.changed && say('changed {day}', { day: dayOf(row.changed) })]
    .filter(Boolean)
    .join(', ');
  if (!isHere) return say('Comes back: {what}.', { what });
  return 'drawer' in row && row.drawer.merges
    ? say('Comes back: {what}. There is one here. “Add” makes one of the two.', { what })
    : say('Comes back: {what}. There is one here, and this takes its place.', { what });
}

export const keepWords: Record<MayKeep, string> = {
  yes: say('This device may keep what you write.'),
  ask: say('You are asked before the first thing is kept.'),
  no: say('In this tab, nothing new is kept. What is listed above stays until you erase it.'),
  refused: say('This browser does not keep things. A private window may be the reason.'),
};

export const lastingWords = {
  yes: say('The browser promised not to clear it away by itself.'),
  no: say(
    'The browser may clear it away by itself when space runs short, or when you have not been here for a while. A saved copy or a printout is safer.',
  ),
};

export const lockWords = {
  on: say('The lock is on, and open in this tab.'),
  off: say('There is no lock.'),
  working: say('This takes a moment.'),
  differ: say('The two are not the same. Type it once more.'),
  short: say('Choose at least 8 characters. A few words are easy to remember.'),
  cannot: say('This browser cannot lock what is kept here. Nothing was changed.'),
  taken: say('The lock is off. What is kept here can be read by whoever opens this browser.'),
  changed: say('From now on the new passphrase opens it.'),
  confirmOff: say('Take the lock off? Whoever opens this browser can then read what is kept here.'),
};

export const eraseWords = {
  confirm: say('Erase everything that this site keeps on this device? It cannot be brought back.'),
  door: (count: number) =>
    `${say.count(
      count,
      '{count} press at the door of an event is not sent yet and will be lost.',
      '{count} presses at the door of an event are not sent yet and will be lost.',
    )} `,
  done: say('Everything is erased. This site keeps nothing on this device.'),
  blocked: say('Something could not be erased. Close the other tabs with this site, and press again.'),
};
