import { localeOf } from '#i18n/language.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

/** What the basics check says where a script says it. */

const say = sayHere<typeof spanish>();

export const title = say('The basics check');

export const basicNames = {
  hungry: 'Hungry',
  angry: 'Angry',
  lonely: 'Lonely',
  tired: 'Tired',
  pain: 'In pain',
  bored: 'Bored',
  stressed: 'Stressed',
} as const;

export type Basic = keyof typeof basicNames;

export const namesOf = (tapped: readonly Basic[]): string =>
  tapped.map((basic) => say(basicNames[basic])).join(', ');

/** In the hours of whoever reads it. */
export const whenOf = (at: string): string =>
  new Date(at).toLocaleString(localeOf(say.language), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });

export const says = {
  tapFirst: say('Tap what fits first. Then it can be kept.'),
  deleted: say('That check is deleted.'),
  deleteOne: (when: string) => say('Delete the check of {when}', { when }),
  often: (basic: Basic, times: number) =>
    say(
      '“{basic}” came up in {times} checks in the last two weeks. It may be worth saying to someone: a friend, a counselor, a doctor.',
      { basic: say(basicNames[basic]), times },
    ),
};
