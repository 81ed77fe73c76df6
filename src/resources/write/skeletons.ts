import type { Draft, DraftService } from '../draft.ts';
import type { Language, ResourceKind } from '../schema.ts';
import { monthsFrom } from './review-day.ts';

/** What a new resource begins with. A line in square brackets asks for something, and is written over. */

const bodies: Record<Language, Record<ResourceKind, string>> = {
  en: {
    announcement: '',
    guide: `[Who is this for, and what can they do with it? Two or three sentences.]

## First

[What to do first, and where.]

## Then

[The next steps, one line each.]

## If it does not work

[Whom to ask, and when they answer.]`,
    services: '[What do these places have in common? One or two sentences.]',
    worksheet: `[What is this sheet for, and how long does it take? One or two sentences.]

## What I know already

1. [A question]
2. [A question]

## What I want to try

1. [A question]

## Who can help me

[Whom to share this sheet with, if they like.]`,
  },
  es: {
    announcement: '',
    guide: `[¿Para quién es, y para qué sirve? Dos o tres frases.]

## Primero

[Qué hacer primero, y dónde.]

## Después

[Los pasos que siguen, uno en cada línea.]

## Si no funciona

[A quién preguntar, y cuándo responde.]`,
    services: '[¿Qué tienen en común estos lugares? Una o dos frases.]',
    worksheet: `[¿Para qué sirve esta hoja, y cuánto tiempo toma? Una o dos frases.]

## Lo que ya sé

1. [Una pregunta]
2. [Una pregunta]

## Lo que quiero probar

1. [Una pregunta]

## Quién me puede ayudar

[Con quién compartir esta hoja, si así lo desea.]`,
  },
};

/** Months until somebody looks at it again, unless the author says otherwise: what changes soon, soon. */
const lookAgainIn: Record<ResourceKind, number> = { announcement: 3, services: 6, guide: 12, worksheet: 12 };

export const emptyService: DraftService = {
  ...{ name: '', what: '', whoFor: '', cost: '', phone: '', hours: '', address: '', link: '' },
  checkedOn: null,
};

/** A draft to begin with. `today` as 2026-12-24. */
export const skeleton = (kind: ResourceKind, language: Language, today: string): Draft => ({
  ...{ title: '', summary: '', body: bodies[language][kind], kind, language },
  ...{ topics: [], audience: 'everyone', links: [] },
  services: kind === 'services' ? [emptyService] : [],
  reviewBy: monthsFrom(today, lookAgainIn[kind]),
});

/**
 * A draft of the same in the other language: what does not change with it is there, its text is the one to
 * write over, and its title and summary are still to be found.
 */
export const twinOf = (words: Draft, language: Language): Draft => ({
  ...words,
  ...{ title: '', summary: '', language },
});

const prompt = /^(?:\d+\.\s+|[-*]\s+)?(\[[^\]\n]+\])$/gm;

/** The prompts of the template that still stand in a text. */
export const promptsLeft = (body: string): string[] =>
  [...body.matchAll(prompt)].map(([, words = '']) => words).filter((words) => known.has(words));

const known = new Set(
  Object.values(bodies).flatMap((kinds) =>
    Object.values(kinds).flatMap((body) => [...body.matchAll(prompt)].map(([, words = '']) => words)),
  ),
);
