import { localeOf } from '#i18n/language.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import { dayInWords } from '#platform/device-day.ts';
import type { PartOfDay } from './patterns.ts';
import type { spanish } from './spanish.ts';
import type { Urge, Urges } from './urges.ts';

/** The words that the log's script writes; all others stand in its HTML. */

const say = sayHere<typeof spanish>();

export const title = say('Urge log');

const times = (number: number): string =>
  number === 2 ? say('twice') : say.count(number, 'once', '{count} times');

const parts: Record<PartOfDay, string> = {
  morning: say('In the morning'),
  afternoon: say('In the afternoon'),
  evening: say('In the evening'),
  night: say('At night'),
};
const weekdays = [
  ...[say('On a Sunday'), say('On a Monday'), say('On a Tuesday'), say('On a Wednesday')],
  ...[say('On a Thursday'), say('On a Friday'), say('On a Saturday')],
];

export const partLine = (part: PartOfDay, often: number): string => `${parts[part]}: ${times(often)}.`;
export const weekdayLine = (day: number, often: number): string => `${weekdays[day]}: ${times(often)}.`;
export const ownLine = (own: string, often: number): string =>
  `${own.replace(/[.!]+$/, '')}: ${times(often)}.`;

const timeInWords = (time: string): string =>
  time &&
  new Intl.DateTimeFormat(localeOf(say.language), { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.parse(`2026-01-01T${time}Z`),
  );

export const whenOf = ({ day, time }: Urge): string =>
  [dayInWords(day, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }), timeInWords(time)]
    .filter(Boolean)
    .join(', ');

const went: Record<Urge['went'], string> = {
  '': '',
  eased: say('It eased.'),
  stayed: say('It stayed for a long time.'),
  used: say('I used.'),
};

const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const line = (label: string, text: string) => (text ? `${label}: ${asSentence(text)}` : '');

function strengthOf({ before, after }: Urge): string {
  if (before !== null && after !== null)
    return say('Strength: {before} before, {after} after.', { before, after });
  if (before !== null) return say('Strength: {before}.', { before });
  return after === null ? '' : say('Strength: {after} after.', { after });
}

/** All that is written of one urge but when it was. */
export const factsOf = (urge: Urge): string[] =>
  [
    line(say('Where'), urge.where),
    line(say('What set it off'), urge.trigger),
    strengthOf(urge),
    line(say('What I did'), urge.did),
    went[urge.went],
    urge.note,
  ].filter((text) => text !== '');

export const deleteUrge = (urge: Urge): string => say('Delete the line of {when}?', { when: whenOf(urge) });

export const inWords = ({ urges }: Urges): string[] =>
  urges.map((urge) => [`${whenOf(urge)}.`, ...factsOf(urge)].join(' '));
