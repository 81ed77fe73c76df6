import * as z from 'zod';
import type { Fact } from '#mail/letter.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import { placeOf, takesPartByLink } from './facts.ts';
import { whenOf } from './when.ts';
import { words } from './words.ts';

/** What staff changed about an event, as somebody who answered it is told: what was, and what is. */

const when = z.object({ startsAt: z.string(), endsAt: z.string(), timeZone: z.string() });
const place = z.string().nullable();

/** Each with how it was and how it became. Private addresses and links are not in it. */
export const eventChanges = z.object({
  when: z.tuple([when, when]).optional(),
  where: z.tuple([place, place]).optional(),
  title: z.tuple([z.string(), z.string()]).optional(),
  link: z.boolean().optional(),
});
export type EventChanges = z.infer<typeof eventChanges>;

/** Several changes, oldest first, as the one that somebody sees who heard of none of them. */
export const sumOfChanges = (all: EventChanges[]): EventChanges =>
  all.reduceRight((later, earlier) => ({ ...later, ...earlier }), {});

/**
 * What was, and what is now: read from the event, since more may have changed since. Empty when nothing is
 * different for this person (it was changed back; a private address changed and they have no place).
 */
export function changeFacts(rsvp: RsvpDetails, changes: EventChanges): Fact[] {
  const { event, language, status } = rsvp;
  const say = words[language];
  const facts: Fact[] = [];
  const before = { title: changes.title?.[0], when: changes.when?.[0] };
  if (before.title !== undefined && before.title !== event.title)
    facts.push([say.nameBefore, before.title], [say.nameNow, event.title]);
  if (before.when && whenOf(before.when, language) !== whenOf(event, language))
    facts.push([say.whenBefore, whenOf(before.when, language)], [say.whenNow, whenOf(event, language)]);
  facts.push(...placeChange(rsvp, changes.where?.[0]));
  if (changes.link && status === 'going' && takesPartByLink(rsvp)) facts.push([say.link, say.newLink]);
  return facts;
}

function placeChange(rsvp: RsvpDetails, before: string | null | undefined): Fact[] {
  const { event, language, status } = rsvp;
  const now = placeOf(rsvp);
  if (before === undefined || now === null || takesPartByLink(rsvp)) return [];
  const renamed = before !== event.placeName;
  // a place of the same name has another address, which may be for those who go
  if (!renamed && status !== 'going' && event.address === null) return [];
  const say = words[language];
  return [...(renamed && before ? [[say.whereBefore, before] satisfies Fact] : []), [say.whereNow, now]];
}
