import { contactQuestions } from '../questions.ts';
import type { Say } from '#i18n/spoken.ts';
import { one, type Answers } from './answers.ts';
import type { Step } from './fields.ts';
import type { FormText } from './spanish.ts';

/** What the page of each step is called, on the page and in its title. */
export const titles = {
  start: 'Ask for a place or a call',
  kind: 'What would you like?',
  program: 'Which program?',
  cohort: 'Which group?',
  name: 'What name should we use?',
  channel: 'How should we contact you?',
  times: 'When is a good time?',
  words: 'What would you like us to know?',
  language: 'Which language should we use?',
  check: 'Check your answers',
} as const satisfies Record<Exclude<Step, 'contact'>, FormText>;

export const titleOf = (step: Step, answers: Answers, say: Say<FormText>): string =>
  say(
    step === 'contact'
      ? (contactQuestions[one(answers, 'channel') ?? '']?.title ?? 'How to reach you')
      : titles[step],
  );
