import type { Language } from '#i18n/language.ts';
import { isTimeZone } from './time-zones.ts';
import { zoneName } from './zone-name.ts';

/** The time zones a form offers, with those that are there already among them. */

export interface Choice {
  value: string;
  label: string;
}

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Europe/London',
];
const labelled = (language: Language) => (zone: string) => ({
  value: zone,
  label: `${zoneName(zone, language)} (${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''})`,
});

export const zoneChoices = (...present: string[]): Choice[] => zoneChoicesIn('en', ...present);

export const zoneChoicesIn = (language: Language, ...present: string[]): Choice[] =>
  // what is there may be what somebody typed, and is refused
  [...new Set([...zones, ...present.filter(isTimeZone)])].map(labelled(language));
