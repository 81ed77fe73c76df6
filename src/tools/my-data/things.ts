import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/** What else this site keeps in this browser: small choices and lists, each under one key of localStorage. */
export interface Thing {
  key: string;
  title: string;
  page: string;
  /** A line each; none when it is not what it should be. */
  inWords: (text: string) => string[];
}

/** The pages' own things come first, from whoever knows how to read them. */
export const things: Thing[] = [
  {
    key: 'distance',
    title: say('How far you look for meetings'),
    page: '/meetings/',
    inWords: (text) => (/^\d{1,3} (mi|km)$/.test(text) ? [text] : []),
  },
  {
    key: 'theme',
    title: say('Light or dark pages'),
    page: '/privacy/',
    inWords: (text) => (text === 'dark' ? [say('Dark')] : text === 'light' ? [say('Light')] : []),
  },
];

/** What staff pressed at a door and is not sent yet: erasing it loses it. */
const doorKey = 'staff:door:';

export interface FoundThings {
  known: { thing: Thing; text: string; lines: string[] }[];
  /** Keys that nobody here knows. */
  unknown: string[];
  waitingAtTheDoor: number;
}

export function thingsHere(storage: Storage | undefined = theStorage()): FoundThings {
  const found: FoundThings = { known: [], unknown: [], waitingAtTheDoor: 0 };
  for (const key of storage ? Object.keys(storage) : []) {
    const text = storage?.getItem(key) ?? '';
    const thing = things.find((one) => one.key === key);
    if (key.startsWith(doorKey)) found.waitingAtTheDoor += pressesIn(text);
    else if (thing) found.known.push({ thing, text, lines: thing.inWords(text) });
    else found.unknown.push(key);
  }
  return found;
}

function pressesIn(text: string): number {
  try {
    const { presses } = JSON.parse(text) as { presses?: unknown };
    return Array.isArray(presses) ? presses.length : 1;
  } catch {
    return 1;
  }
}

function theStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
