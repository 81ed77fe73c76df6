import type { Choice } from '#platform/zone-choices.ts';
import { fellowshipChoices } from '../fellowships.ts';
import { kindName } from '../kinds.ts';
import { isLanguageTag, type MeetingMode } from '../schema.ts';
import { capital, words, type Words } from '../words.ts';
import { byAppointment } from './fields.ts';
import { editSpeak } from './spanish.ts';

/** What a form offers. What a meeting has already is always among it, so that nothing is lost by saving. */

const withPresent = (choices: Choice[], present: Choice[]): Choice[] => [
  ...choices,
  ...present.filter(({ value }) => value !== '' && !choices.some((choice) => choice.value === value)),
];

export const dayChoices = ({ days, byAppointment: label }: Words): Choice[] => [
  ...days.map((name, day) => ({ value: String(day), label: capital(name) })),
  { value: byAppointment, label },
];

const modeLabelsIn = (words: Words): Record<MeetingMode, string> => ({
  'in-person': words.inPerson,
  online: editSpeak(words.language)('Online or by phone'),
  hybrid: editSpeak(words.language)('Both'),
  paused: words.paused,
  unconfirmed: words.unconfirmed,
});
export const modeLabels = modeLabelsIn(words);

/** Visitors say how one takes part; whether a meeting pauses is for staff. */
export function modeChoices(present: MeetingMode | null, staff: boolean, words: Words): Choice[] {
  const labels = modeLabelsIn(words);
  const modeChoice = (mode: MeetingMode): Choice => ({ value: mode, label: labels[mode] });
  return withPresent(
    (['in-person', 'online', 'hybrid', ...(staff ? (['paused'] as const) : [])] as const).map(modeChoice),
    present === null ? [] : [modeChoice(present)],
  );
}

export const fellowshipOptions = (present: string, words: Words): Choice[] => [
  ...fellowshipChoices(present).map(({ value, label }) => ({ value, label: words.fellowship(label) })),
  { value: '', label: editSpeak(words.language)('Another, or I do not know') },
];

const commonKinds = [
  ...['newcomer', 'open', 'closed', 'women', 'men', 'lgbtq', 'young-people', 'families-and-friends-only'],
  ...['speaker', 'discussion', 'step-study', 'meditation', 'secular', 'spanish', 'proof-of-attendance'],
  ...['wheelchair-access', 'child-friendly', 'american-sign-language'],
];
export const kindChoices = (present: string[], words: Words): Choice[] =>
  [...new Set([...commonKinds, ...present])].map((value) => ({
    value,
    label: words.kind(kindName(value)),
  }));

export const languageChoices = (present: string): Choice[] =>
  withPresent(
    [
      { value: '', label: 'English, or not said' },
      { value: 'es', label: 'Spanish' },
    ],
    // what is there may be what somebody typed, and is refused
    isLanguageTag(present)
      ? [{ value: present, label: new Intl.DisplayNames('en', { type: 'language' }).of(present) ?? present }]
      : [],
  );
