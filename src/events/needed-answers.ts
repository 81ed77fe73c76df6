import type { Language } from '#i18n/language.ts';
import { answerField } from './form-fields.ts';
import { refusalsSpeak } from './refusals-spanish.ts';

/** The questions that need an answer, as `toForm` takes them. */
export const neededAnswers = (
  questions: { id: string; label: string; required: boolean }[],
  language: Language = 'en',
) =>
  Object.fromEntries(
    questions
      .filter(({ required }) => required)
      .map(({ id, label }) => [answerField(id), answerNeeded(label, language)]),
  );

export const answerNeeded = (question: string, language: Language = 'en'): string =>
  refusalsSpeak(language)('Answer “{question}”', { question });
