import type { Language } from '#i18n/language.ts';
import type { Cohort, Program } from '../programs.ts';
import { stepDownSpeaks } from '../spanish.ts';
import { seatsInWords } from '../seats.ts';
import { dateInWords, firstMeeting, groupInWords, placeInWords } from '../words.ts';
import { anyGroup, one, type Answers } from './answers.ts';
import { formSpeaks } from './spanish.ts';

/** Programs and groups as choices. */

interface Option {
  value: string;
  label: string;
  hint?: string;
}

export const programOptions = (programs: Program[]): Option[] =>
  programs.map(({ slug, title, week }) => ({ value: slug, label: title, hint: week }));

/** The open groups of the program that was chosen; `live` says whether their places are of this minute. */
export function groupOptions(
  answers: Answers,
  programs: Program[],
  live: boolean,
  language: Language = 'en',
): Option[] {
  const say = formSpeaks(language);
  const program = programs.find(({ slug }) => slug === one(answers, 'program'));
  const cohorts = program?.cohorts ?? [];
  const rest = {
    value: anyGroup,
    label: say(cohorts.length > 0 ? 'Any group, or I am not sure yet' : 'The next group'),
  };
  return [
    ...cohorts.map((cohort) => ({
      value: cohort.slug,
      label: groupInWords(cohort, language),
      hint: hintOf(cohort, live, language),
    })),
    rest,
  ];
}

const hintOf = (cohort: Cohort, live: boolean, language: Language) =>
  [
    formSpeaks(language)('From {date}', { date: dateInWords(firstMeeting(cohort), { language }) }),
    placeInWords(cohort, language),
    live && seatsInWords(cohort, stepDownSpeaks(language)),
  ]
    .filter(Boolean)
    .join('. ');
