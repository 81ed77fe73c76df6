import { clockText } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { fellowshipName } from '../fellowships.ts';
import { kindName } from '../kinds.ts';
import type { MeetingMode } from '../schema.ts';
import { words } from '../words.ts';
import { modeLabels } from './choices.ts';
import type { EditKey, SomeValues } from './meeting-edit.ts';

/** What can be changed of a meeting, and its values, in words. */

export const labels: Record<EditKey, string> = {
  name: 'Name',
  day: 'Day',
  startTime: 'Starts',
  endTime: 'Ends',
  timeZone: 'Time zone',
  mode: 'How people take part',
  location: 'Place',
  address: 'Address',
  region: 'Town or area',
  joinUrl: 'Link to join online',
  joinPhone: 'Number to dial in',
  joinNotes: 'What else one needs to join',
  notes: 'Good to know',
  fellowship: 'Fellowship or pathway',
  types: 'Kind of meeting',
  language: 'Language',
};

export function valueText(key: EditKey, values: SomeValues): string {
  const value = values[key];
  if (key === 'day') return value === null ? words.byAppointment : (words.days[Number(value)] ?? '');
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(kindName).join(', ');
  if (key === 'startTime' || key === 'endTime') return clockText(String(value));
  if (key === 'timeZone') return `${zoneName(String(value))} (${value})`;
  if (key === 'mode') return modeLabels[value as MeetingMode];
  return key === 'fellowship' ? fellowshipName(String(value)) : String(value);
}
