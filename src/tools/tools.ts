import type { Language } from '#i18n/language.ts';
import { toolsSpeak } from './spanish.ts';

/** The tools: what each is called, what it is for, and where on the shelf it stands. Each is at /tools/<slug>/. */

export type Shelf = 'now' | 'plan' | 'weeks' | 'ahead';

export const shelves = [
  { shelf: 'now', title: 'For right now' },
  { shelf: 'plan', title: 'Make ready on a calm day' },
  { shelf: 'weeks', title: 'Week by week' },
  { shelf: 'ahead', title: 'Looking ahead' },
] as const satisfies { shelf: Shelf; title: string }[];

const tools = {
  'urge-timer': {
    shelf: 'now',
    name: 'Ride out an urge',
    summary: 'A timer, a slow breath to follow, and someone to call, all on one page.',
  },
  'basics-check': {
    shelf: 'now',
    name: 'The basics check',
    summary: 'Hungry, angry, lonely, tired? Tap what fits, and do one thing about it.',
  },
  'next-24-hours': {
    shelf: 'now',
    name: 'The next 24 hours',
    summary: 'If you have used: one step at a time, and nothing is written down.',
  },
  plan: {
    shelf: 'plan',
    name: 'Your plan',
    summary: 'Your reasons, your signs, your people and what to do, on one page you can print.',
  },
  'coping-card': {
    shelf: 'plan',
    name: 'Coping card',
    summary: 'Three reasons, three people, three things to do. It fits in a wallet.',
  },
  week: {
    shelf: 'plan',
    name: 'Week planner',
    summary: 'Work, groups, meetings and sleep on one sheet, so that the week holds you up.',
  },
  'check-in': {
    shelf: 'weeks',
    name: 'Weekly check-in',
    summary: 'Ten taps on your own warning signs, and what changed since last week.',
  },
  'urge-log': {
    shelf: 'weeks',
    name: 'Urge log',
    summary: 'When, where, and what helped. After two weeks most people see a pattern.',
  },
  days: {
    shelf: 'weeks',
    name: 'Your days',
    summary: 'Counts all your days, keeps every date you give it, and takes nothing away.',
  },
  savings: {
    shelf: 'weeks',
    name: 'What you keep',
    summary: 'What you used to spend in a week, and what it adds up to now.',
  },
  'first-90-days': {
    shelf: 'ahead',
    name: 'Your first 90 days',
    summary: 'From the day you came home: what to do when, and a calendar to take along.',
  },
  'ten-questions': {
    shelf: 'ahead',
    name: 'Ten questions for a program',
    summary: 'What to ask, with room for the answers of three programs side by side.',
  },
} as const satisfies Record<string, { shelf: Shelf; name: string; summary: string }>;

export type ToolSlug = keyof typeof tools;

export interface Tool {
  slug: ToolSlug;
  shelf: Shelf;
  name: string;
  summary: string;
}

export function tool(slug: ToolSlug, language: Language = 'en'): Tool {
  const { shelf, name, summary } = tools[slug];
  const say = toolsSpeak(language);
  return { slug, shelf, name: say(name), summary: say(summary) };
}

export const toolsOn = (shelf: Shelf, language: Language = 'en'): Tool[] =>
  (Object.keys(tools) as ToolSlug[]).map((slug) => tool(slug, language)).filter((one) => one.shelf === shelf);
