import type { Language } from '#i18n/language.ts';
import type { KeptDay } from '#offline/day-drawer.ts';
import { site } from '#platform/site.ts';
import { dayInWords, hoursInWords } from './wording.ts';

interface Told {
  slug: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  placeName: string | null;
  address: string | null;
}

/** What somebody who comes may keep of an event on their device: nothing of them, no link of theirs, no way in. */
export const keptDay = (event: Told, language: Language, byLink: boolean): KeptDay => ({
  slug: event.slug,
  title: event.title,
  when: `${dayInWords(event, language)}, ${hoursInWords(event, language)}`,
  ends: event.endsAt,
  where: byLink ? '' : [event.placeName, event.address].filter(Boolean).join(', '),
  contact: site().phone,
});
