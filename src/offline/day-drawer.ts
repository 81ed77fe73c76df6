import * as v from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import type { spanishDays } from './spanish.ts';

const say = sayHere<typeof spanishDays>();

/** Days of events that somebody keeps for themselves: what everybody may know of them, and no link of their own. */

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));

const keptDay = v.object({
  /** Names the event's own page. */
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(200)),
  title: text(300),
  /** In words, with the zone, as the page said them. */
  when: text(300),
  /** When it is over: an instant, ISO 8601. */
  ends: text(40),
  where: text(500),
  /** How to get in touch: the organisation's own number. */
  contact: text(100),
});

export type KeptDay = v.InferOutput<typeof keptDay>;

const most = 30;

export const dayDrawer: Drawer<KeptDay[]> = {
  name: 'days-out',
  title: say('Days you kept'),
  page: '/events/',
  version: 1,
  shape: v.pipe(v.array(keptDay), v.maxLength(most)),
  inWords: (days) =>
    days.map(({ title, when, where, contact }) => [title, when, where, contact].filter(Boolean).join('. ')),
  merge: (here, saved) => saved.reduce(withDay, here),
};

/** The same event once, what is over by `now` left out, the soonest of the others kept. */
export function withDay(days: KeptDay[], day: KeptDay): KeptDay[] {
  return [...days.filter(({ slug }) => slug !== day.slug), day].toSorted(byEnd).slice(-most);
}

const byEnd = (one: KeptDay, other: KeptDay): number => Date.parse(one.ends) - Date.parse(other.ends);

export const coming = (days: KeptDay[], now: number): KeptDay[] =>
  days.filter(({ ends }) => Date.parse(ends) > now);
