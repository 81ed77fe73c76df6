import type { MayKeep } from '#platform/kept/may-keep.ts';
import type { CopyRow, ReadCopy } from './saved-copy.ts';

/** What the page of everything that is here says by itself. */

const days = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' });

export const dayOf = (instant: string): string => (instant ? days.format(new Date(instant)) : '');

const linesOf = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

export const inside = (count: number): string => `What is in it (${linesOf(count)})`;

export const changedOn = (instant: string): string =>
  instant ? `Changed ${dayOf(instant)}.` : 'It does not say when it was changed.';

export const listWords = {
  none: 'Nothing is kept on this device.',
  refused: 'This browser does not keep things, so there is nothing here.',
  empty: 'It is empty.',
  newer:
    'A newer version of this site wrote this. Load the page again to see it. A saved copy has it in full.',
  'not-ours': 'This cannot be read here. A saved copy has it as it is.',
  unknown: 'This page does not know what this is. A saved copy has it as it is.',
  aside: (name: string) => `Put aside: ${name}, which could not be read when something new was written`,
  erase: (title: string) => `Erase “${title}” from this device?`,
  eraseOne: (title: string) => `Erase ${title}`,
  erased: (title: string) => `${title}: erased from this device.`,
  waiting: (count: number) =>
    `For staff: ${count === 1 ? '1 press' : `${count} presses`} at the door of an event ${count === 1 ? 'is' : 'are'} not sent yet. Send first, then erase: what is erased here is lost.`,
};

export const copyWords = {
  saved: 'The copy was saved as my-notes.json. Anyone who opens that file can read it.',
  nothing: 'There is nothing here to save.',
  taken: (count: number) => `Brought back: ${count}.`,
  notTaken: 'This browser does not keep things, so nothing was brought back.',
  partly: (titles: string) => `Not brought back: ${titles}.`,
};

export const troubleWords: Record<Extract<ReadCopy, { trouble: string }>['trouble'], string> = {
  'too-big': 'This file is larger than 5 MB, so it is no copy that this page saved. Nothing was changed.',
  'no-copy':
    'This file is no copy that this page saved, or it is broken. Nothing was changed. Look for “my-notes.json”.',
  newer:
    'A newer version of this site saved this copy. Load the page again, and then choose the file once more.',
  empty: 'There is nothing in this copy. Nothing was changed.',
};

const leftWords: Record<Extract<CopyRow, { take: false }>['because'], string> = {
  newer: 'Left out: a newer version of this site wrote it.',
  'not-ours': 'Left out: it is not written the way this site writes it.',
  unknown: 'Left out: this site does not know it.',
};

/** What happens to a row of the copy, beside what is here already. */
export function rowWords(row: CopyRow, isHere: boolean): string {
  if (!row.take) return leftWords[row.because];
  const what = [linesOf(row.lines.length), row.changed && `changed ${dayOf(row.changed)}`]
    .filter(Boolean)
    .join(', ');
  if (!isHere) return `Comes back: ${what}.`;
  return 'drawer' in row && row.drawer.merges
    ? `Comes back: ${what}. There is one here. “Add” makes one of the two.`
    : `Comes back: ${what}. There is one here, and this takes its place.`;
}

export const keepWords: Record<MayKeep, string> = {
  yes: 'This device may keep what you write.',
  ask: 'You are asked before the first thing is kept.',
  no: 'In this tab, nothing new is kept. What is listed above stays until you erase it.',
  refused: 'This browser does not keep things. A private window may be the reason.',
};

export const lastingWords = {
  yes: 'The browser promised not to clear it away by itself.',
  no: 'The browser may clear it away by itself when space runs short, or when you have not been here for a while. A saved copy or a printout is safer.',
};

export const lockWords = {
  on: 'The lock is on, and open in this tab.',
  off: 'There is no lock.',
  working: 'This takes a moment.',
  differ: 'The two are not the same. Type it once more.',
  short: 'Choose at least 8 characters. A few words are easy to remember.',
  cannot: 'This browser cannot lock what is kept here. Nothing was changed.',
  taken: 'The lock is off. What is kept here can be read by whoever opens this browser.',
  changed: 'From now on the new passphrase opens it.',
  confirmOff: 'Take the lock off? Whoever opens this browser can then read what is kept here.',
};

export const eraseWords = {
  confirm: 'Erase everything that this site keeps on this device? It cannot be brought back.',
  door: (count: number) =>
    `${count === 1 ? '1 press' : `${count} presses`} at the door of an event ${count === 1 ? 'is' : 'are'} not sent yet and will be lost. `,
  done: 'Everything is erased. This site keeps nothing on this device.',
  blocked: 'Something could not be erased. Close the other tabs with this site, and press again.',
};
