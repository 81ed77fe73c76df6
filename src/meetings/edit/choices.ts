import type { Choice } from '#platform/zone-choices.ts';
import { fellowshipChoices } from '../fellowships.ts';
import { kindName } from '../kinds.ts';
import type { MeetingMode } from '../schema.ts';
import { words } from '../words.ts';
import { byAppointment } from './fields.ts';

/** What a form offers. What a meeting has already is always among it, so that nothing is lost by saving. */

const withPresent = (choices: Choice[], present: Choice[]): Choice[] => [
  ...choices,
  ...present.filter(({ value }) => value !== '' && !choices.some((choice) => choice.value === value)),
];

export const dayChoices: Choice[] = [
  ...words.days.map((label, day) => ({ value: String(day), label })),
  { value: byAppointment, label: words.byAppointment },
];

export const modeLabels: Record<MeetingMode, string> = {
  'in-person': words.inPerson,
  online: 'Online or by phone',
  hybrid: 'Both',
  paused: words.paused,
  unconfirmed: words.unconfirmed,
};
const modeChoice = (mode: MeetingMode): Choice => ({ value: mode, label: modeLabels[mode] });

/** Visitors say how one takes part; whether a meeting pauses is for staff. */
export const modeChoices = (present: MeetingMode | null, staff: boolean): Choice[] =>
  withPresent(
    (['in-person', 'online', 'hybrid', ...(staff ? (['paused'] as const) : [])] as const).map(modeChoice),
    present === null ? [] : [modeChoice(present)],
  );

export const fellowshipOptions = (present: string): Choice[] => [
  ...fellowshipChoices(present),
  { value: '', label: 'Another, or I do not know' },
];

const commonKinds = [
  ...['newcomer', 'open', 'closed', 'women', 'men', 'lgbtq', 'young-people', 'families-and-friends-only'],
  ...['speaker', 'discussion', 'step-study', 'meditation', 'secular', 'spanish', 'proof-of-attendance'],
  ...['wheelchair-access', 'child-friendly', 'american-sign-language'],
];
export const kindChoices = (present: string[]): Choice[] =>
  [...new Set([...commonKinds, ...present])].map((value) => ({ value, label: kindName(value) }));

export const languageChoices = (present: string): Choice[] =>
  withPresent(
    [
      { value: '', label: 'English, or not said' },
      { value: 'es', label: 'Spanish' },
    ],
    [
      {
        value: present,
        label: new Intl.DisplayNames('en', { type: 'language' }).of(present || 'en') ?? present,
      },
    ],
  );
