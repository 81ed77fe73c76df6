import type { Cohort, Program } from '../programs.ts';
import { seatsInWords } from '../seats.ts';
import { dateInWords, firstMeeting, groupInWords, placeInWords } from '../words.ts';
import { anyGroup, one, type Answers } from './answers.ts';

/** Programs and groups as choices. */

interface Option {
  value: string;
  label: string;
  hint?: string;
}

export const programOptions = (programs: Program[]): Option[] =>
  programs.map(({ slug, title, week }) => ({ value: slug, label: title, hint: week }));

/** The open groups of the program that was chosen; `live` says whether their places are of this minute. */
export function groupOptions(answers: Answers, programs: Program[], live: boolean): Option[] {
  const program = programs.find(({ slug }) => slug === one(answers, 'program'));
  const cohorts = program?.cohorts ?? [];
  const rest = {
    value: anyGroup,
    label: cohorts.length > 0 ? 'Any group, or I am not sure yet' : 'The next group',
  };
  return [
    ...cohorts.map((cohort) => ({
      value: cohort.slug,
      label: groupInWords(cohort),
      hint: hintOf(cohort, live),
    })),
    rest,
  ];
}

const hintOf = (cohort: Cohort, live: boolean) =>
  [`From ${dateInWords(firstMeeting(cohort))}`, placeInWords(cohort), live && seatsInWords(cohort)]
    .filter(Boolean)
    .join('. ');
