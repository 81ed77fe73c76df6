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
const zoneLabel = (zone: string) =>
  `${zoneName(zone)} (${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? ''})`;

export const zoneChoices = (...present: string[]): Choice[] =>
  [...new Set([...zones, ...present])].map((zone) => ({ value: zone, label: zoneLabel(zone) }));
