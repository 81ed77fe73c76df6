import { words } from '../words.ts';
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
};

const modeLabels = {
  'in-person': 'In person',
  online: 'Online',
  hybrid: 'Hybrid',
  unconfirmed: 'Not confirmed',
  paused: 'Paused for now',
};

const dayLabels: Record<string, string> = {
  today: 'Today',
  tonight: 'Tonight',
  tomorrow: 'Tomorrow',
  'other-times': 'By appointment',
};

type Choice = { value: string; label: string };
const { compare } = new Intl.Collator('en');
const byLabel = (a: Choice, b: Choice) => compare(a.label, b.label);

const known = new WeakMap<ListHead, Record<FilterName, Choice[]>>();

/** The values of each filter with their words, in the order in which they are shown; made once a list. */
export function choices(head: ListHead): Record<FilterName, Choice[]> {
  const before = known.get(head);
  if (before !== undefined) return before;
  const made = madeChoices(head);
  known.set(head, made);
  return made;
}

function madeChoices(head: ListHead): Record<FilterName, Choice[]> {
  const kinds = head.kinds.map(({ slug, name, role }) => ({ value: slug, label: name, role }));
  return {
    day: dayValues.map((value) => ({
      value,
      label: dayLabels[value] ?? words.days[weekdays.findIndex((day) => day === value)] ?? value,
    })),
    time: partsOfDay.map((value) => ({ value, label: partLabels[value] })),
    mode: Object.entries(modeLabels).map(([value, label]) => ({ value, label })),
    fellowship: head.fellowships.map(({ slug, name }) => ({ value: slug, label: name })).sort(byLabel),
    type: kinds.filter(({ role }) => role === undefined || role === 'open').sort(byLabel),
    language: head.languages.map(({ tag, name }) => ({ value: tag, label: name })).sort(byLabel),
    access: kinds.filter(({ role }) => role === 'access').sort(byLabel),
    proof: head.kinds.some(({ role }) => role === 'proof')
      ? [{ value: 'yes', label: 'Gives proof of attendance' }]
      : [],
    family: [{ value: 'yes', label: 'Open to family' }],
  };
}

const groups: { legend: string; names: FilterName[] }[] = [
  { legend: 'Day', names: ['day'] },
  { legend: 'Time of day', names: ['time'] },
  { legend: 'How', names: ['mode'] },
  { legend: 'Fellowship or pathway', names: ['fellowship'] },
  { legend: 'Kind of meeting', names: ['type'] },
  { legend: 'Language', names: ['language'] },
  { legend: 'Access and needs', names: ['access', 'proof', 'family'] },
];

/** What one may choose, with how many meetings each choice would give. */
export function filterGroups(head: ListHead, query: FinderQuery, counts: Found['counts']): FilterGroup[] {
  const every = choices(head);
  return groups
    .map(({ legend, names }) => ({
      legend,
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
export function chips(head: ListHead, query: FinderQuery): Chip[] {
  const every = choices(head);
  return chosen(query).map(({ name, value }) => ({
    ...{ name, value },
    label: every[name].find((choice) => choice.value === value)?.label ?? value,
    href: finderAddress(without(query, name, value)),
  }));
}

const looserLabels: Record<LooserLink['name'], string> = {
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
export function looserLinks(query: FinderQuery, looser: Found['looser']): LooserLink[] {
  return looser
    .map(({ name, count }) => {
      const rest =
        name === 'words' ? { ...query, words: '' } : name === 'near' ? query : without(query, name);
      return { name, label: looserLabels[name], count, href: finderAddress(rest) };
    })
    .sort((a, b) => b.count - a.count || order(a.name) - order(b.name));
}

const order = (name: Test): number => filterNames.findIndex((filter) => filter === name);
