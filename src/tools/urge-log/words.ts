import { dayInWords } from '#platform/device-day.ts';
import type { PartOfDay } from './patterns.ts';
import type { Urge, Urges } from './urges.ts';

/** The words that the log's script writes; all others stand in its HTML. */

const times = (number: number): string =>
  number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`;

const parts: Record<PartOfDay, string> = {
  morning: 'In the morning',
  afternoon: 'In the afternoon',
  evening: 'In the evening',
  night: 'At night',
};
const weekday = (day: number): string =>
  // the first of February 2026 is a Sunday
  dayInWords(`2026-02-0${day + 1}`, { weekday: 'long' });

export const partLine = (part: PartOfDay, often: number): string => `${parts[part]}: ${times(often)}.`;
export const weekdayLine = (day: number, often: number): string => `On a ${weekday(day)}: ${times(often)}.`;
export const ownLine = (own: string, often: number): string =>
  `${own.replace(/[.!]+$/, '')}: ${times(often)}.`;

const timeInWords = (time: string): string =>
  time &&
  new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.parse(`2026-01-01T${time}Z`),
  );

export const whenOf = ({ day, time }: Urge): string =>
  [dayInWords(day, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }), timeInWords(time)]
    .filter(Boolean)
    .join(', ');

const went: Record<Urge['went'], string> = {
  '': '',
  eased: 'It eased.',
  stayed: 'It stayed for a long time.',
  used: 'I used.',
};

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const line = (label: string, text: string) => (text ? `${label}: ${asSentence(text)}` : '');

function strengthOf({ before, after }: Urge): string {
  if (before !== null && after !== null) return `Strength: ${before} before, ${after} after.`;
  if (before !== null) return `Strength: ${before}.`;
  return after === null ? '' : `Strength: ${after} after.`;
}

/** All that is written of one urge but when it was. */
export const factsOf = (urge: Urge): string[] =>
  [
    line('Where', urge.where),
    line('What set it off', urge.trigger),
    strengthOf(urge),
    line('What I did', urge.did),
    went[urge.went],
    urge.note,
  ].filter((text) => text !== '');

export const deleteUrge = (urge: Urge): string => `Delete the line of ${whenOf(urge)}?`;

export const inWords = ({ urges }: Urges): string[] =>
  urges.map((urge) => [`${whenOf(urge)}.`, ...factsOf(urge)].join(' '));
