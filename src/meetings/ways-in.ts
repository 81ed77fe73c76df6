import type { Language } from '#i18n/language.ts';
import type { RateLimit } from '#platform/guard.ts';
import { panelSpeak } from './panel/spanish.ts';
import { conferenceProvider } from './providers.ts';
import type { ListedMeeting } from './schema.ts';

/** How one gets into a meeting without going there. */
export interface WaysIn {
  join: { href: string; label: string } | null;
  /** `codes`: what the telephone dials after the number, to type by hand where it does not. */
  dial: { href: string; number: string; codes: string | null } | null;
  notes: string | null;
}

export function waysIn(
  { mode, joinUrl, joinPhone, joinNotes }: ListedMeeting,
  language: Language = 'en',
): WaysIn {
  const reachable = mode === 'online' || mode === 'hybrid' || mode === 'unconfirmed';
  return {
    join: reachable && joinUrl !== null ? { href: joinUrl, label: joinLabel(joinUrl, language) } : null,
    dial: reachable && joinPhone !== null ? dialling(joinPhone, language) : null,
    notes: joinNotes,
  };
}

/**
 * The meeting as anybody may read and keep it: one whose source asks that its link and codes are shown
 * only after a press comes without them. Whatever is cached, fed or printed is made from this.
 */
export function withoutWayIn(meeting: ListedMeeting): ListedMeeting {
  return meeting.joinAfterPress ? { ...meeting, joinUrl: null, joinPhone: null, joinNotes: null } : meeting;
}

/** Whether a press on the meeting's page shows more than the page does. */
export function hasHiddenWayIn(meeting: ListedMeeting): boolean {
  const { join, dial, notes } = waysIn(meeting);
  return meeting.joinAfterPress && (join !== null || dial !== null || notes !== null);
}

/** Presses of one network address: a whole house shares one, and a list of links takes thousands. */
export const getInLimit: RateLimit = { name: 'get-in', max: 120, windowSeconds: 600 };

const joinLabel = (url: string, language: Language): string =>
  panelSpeak(language)('Join with {service}', {
    service: conferenceProvider(url) ?? new URL(url).hostname,
  });

/** One tap dials the number and, after its pauses, the codes. `#` would end a telephone link. */
function dialling(phone: string, language: Language): NonNullable<WaysIn['dial']> {
  const [, number = phone, codes = ''] = /^([^,*#]*)(.*)$/.exec(phone) ?? [];
  const american = /^\+?1?(\d{3})(\d{3})(\d{4})$/.exec(number);
  return {
    href: `tel:${phone.replace(/#/g, '%23')}`,
    number: american ? `(${american[1]}) ${american[2]}-${american[3]}` : number,
    codes: codes.split(/,+/).filter(Boolean).join(panelSpeak(language)(', then ')) || null,
  };
}
