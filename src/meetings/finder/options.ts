import { localeOf, type Language } from '#i18n/language.ts';
import { capital, words as english, type MeetingsText, type Words } from '../words.ts';
import type { Found, Test } from './find.ts';
import {
  chosen,
  dayValues,
  filterNames,
  finderAddress,
  weekdays,
  without,
  type FilterName,
  type FinderQuery,
} from './query.ts';
import { partsOfDay } from './timing.ts';
import type { ListHead } from './wire.ts';

export interface FilterOption {
  name: FilterName;
  value: string;
  label: string;
  count: number;
  checked: boolean;
}

export interface FilterGroup {
  legend: string;
  options: FilterOption[];
}

export interface Chip {
  label: string;
  /** The finder without it. */
  href: string;
  name: FilterName;
  value: string;
}

const partLabels = {
  morning: 'Morning, from 5 am',
  afternoon: 'Afternoon, from noon',
  evening: 'Evening, from 5 pm',
  night: 'Night, from 9 pm',
} as const;

const modeLabels = {
  'in-person': 'In person',
  online: 'Online',
  hybrid: 'Hybrid',
  unconfirmed: 'Not confirmed',
  paused: 'Paused for now',
} as const;

const dayLabels: Partial<Record<string, MeetingsText>> = {
  today: 'Today',
  tonight: 'Tonight',
  tomorrow: 'Tomorrow',
  'other-times': 'By appointment',
};

type Choice = { value: string; label: string };
const known = new WeakMap<ListHead, Map<Language, Record<FilterName, Choice[]>>>();

/** The values of each filter with their words, in the order in which they are shown; made once a list. */
export function choices(head: ListHead, words: Words = english): Record<FilterName, Choice[]> {
  const { language } = words;
  const before = known.get(head)?.get(language);
  if (before !== undefined) return before;
  const made = madeChoices(head, words);
  known.set(head, new Map(known.get(head)).set(language, made));
  return made;
}

const collators = new Map<Language, Intl.Collator>();

/** Kept: one takes long to make. */
function collatorOf(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(localeOf(language));
  collators.set(language, collator);
  return collator;
}

function madeChoices(head: ListHead, words: Words): Record<FilterName, Choice[]> {
  const { say } = words;
  const { compare } = collatorOf(words.language);
  const byLabel = (a: Choice, b: Choice) => compare(a.label, b.label);
  const kinds = head.kinds.map(({ slug, name, role }) => ({ value: slug, label: words.kind(name), role }));
  return {
    day: dayValues.map((value) => ({
      value,
      label: capital(dayLabel(value, words)),
    })),
    time: partsOfDay.map((value) => ({ value, label: say(partLabels[value]) })),
    mode: Object.entries(modeLabels).map(([value, label]) => ({ value, label: say(label) })),
    fellowship: head.fellowships
      .map(({ slug, name }) => ({ value: slug, label: words.fellowship(name) }))
      .sort(byLabel),
    type: kinds.filter(({ role }) => role === undefined || role === 'open').sort(byLabel),
    language: head.languages
      .map(({ tag, name }) => ({ value: tag, label: words.spokenLanguage(tag, name) }))
      .sort(byLabel),
    access: kinds.filter(({ role }) => role === 'access').sort(byLabel),
    proof: head.kinds.some(({ role }) => role === 'proof')
      ? [{ value: 'yes', label: say('Gives proof of attendance') }]
      : [],
    family: [{ value: 'yes', label: say('Open to family') }],
  };
}

const dayLabel = (value: string, { say, days }: Words): string =>
  dayLabels[value] === undefined
    ? (days[weekdays.findIndex((day) => day === value)] ?? value)
    : say(dayLabels[value]);

const groups: { legend: MeetingsText; names: FilterName[] }[] = [
  { legend: 'Day', names: ['day'] },
  { legend: 'Time of day', names: ['time'] },
  { legend: 'How // one attends', names: ['mode'] },
  { legend: 'Fellowship or pathway', names: ['fellowship'] },
  { legend: 'Kind of meeting', names: ['type'] },
  { legend: 'Language', names: ['language'] },
  { legend: 'Access and needs', names: ['access', 'proof', 'family'] },
];

/** What one may choose, with how many meetings each choice would give. */
export function filterGroups(
  head: ListHead,
  query: FinderQuery,
  counts: Found['counts'],
  words: Words = english,
): FilterGroup[] {
  const every = choices(head, words);
  return groups
    .map(({ legend, names }) => ({
      legend: words.say(legend),
      options: names.flatMap((name) =>
        every[name].map(({ value, label }) => ({
          ...{ name, value, label },
          count: counts.get(`${name}:${value}`) ?? 0,
          checked: query[name].includes(value),
        })),
      ),
    }))
    .filter(({ options }) => options.length > 0);
}

/** What is chosen, each with the address that leaves it out. */
export function chips(head: ListHead, query: FinderQuery, words: Words = english): Chip[] {
  const every = choices(head, words);
  return chosen(query).map(({ name, value }) => ({
    ...{ name, value },
    label: every[name].find((choice) => choice.value === value)?.label ?? value,
    href: finderAddress(without(query, name, value)),
  }));
}

const looserLabels: Record<LooserLink['name'], MeetingsText> = {
  words: 'Leave the words out',
  near: 'At any distance',
  day: 'On any day',
  time: 'At any time of day',
  mode: 'In person or online',
  fellowship: 'Of any fellowship',
  type: 'Of any kind',
  language: 'In any language',
  access: 'Without the access needs',
  proof: 'Also without proof of attendance',
  family: 'Also those not open to family',
};

export interface LooserLink {
  name: Test;
  label: string;
  count: number;
  href: string;
}

/** Ways on from an empty answer: one filter left out at a time, the most meetings first. */
export function looserLinks(
  query: FinderQuery,
  looser: Found['looser'],
  words: Words = english,
): LooserLink[] {
  return looser
    .map(({ name, count }) => {
      const rest =
        name === 'words' ? { ...query, words: '' } : name === 'near' ? query : without(query, name);
      return { name, label: words.say(looserLabels[name]), count, href: finderAddress(rest) };
    })
    .sort((a, b) => b.count - a.count || order(a.name) - order(b.name));
}

const order = (name: Test): number => filterNames.findIndex((filter) => filter === name);
