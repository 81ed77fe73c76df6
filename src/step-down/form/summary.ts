import type { Program } from '../programs.ts';
import { channelOptions, contactQuestions, languageOptions, timeOptions } from '../questions.ts';
import { seatsInWords } from '../seats.ts';
import { dateInWords, firstMeeting, groupInWords, kindsInWords, placeInWords } from '../words.ts';
import { all, anyGroup, one, type Answers } from './answers.ts';
import type { Step } from './fields.ts';
import { stepsFor } from './steps.ts';

/** The answers as they are shown together before they are sent. */
export interface SummaryRow {
  step: Step;
  label: string;
  /** Lines of the answer; none when nothing was said. */
  lines: string[];
}

const labelOf = (options: { value: string; label: string }[], values: string[]) =>
  options.filter(({ value }) => values.includes(value)).map(({ label }) => label);

/** `live` says whether the programs are of this minute, with their places. */
export function summaryRows(answers: Answers, programs: Program[], live: boolean): SummaryRow[] {
  const kind = one(answers, 'kind') as keyof typeof kindsInWords | undefined;
  const text = (field: string) => all(answers, field);
  const contact = contactQuestions[one(answers, 'channel') ?? ''];
  const program = programs.find(({ slug }) => slug === one(answers, 'program'));
  const rows: Partial<Record<Step, Omit<SummaryRow, 'step'>[]>> = {
    kind: [{ label: 'What you would like', lines: kind ? [kindsInWords[kind].label] : [] }],
    program: [{ label: 'Program', lines: program ? [program.title] : text('program') }],
    cohort: [{ label: 'Group', lines: groupLines(one(answers, 'cohort'), program, live) }],
    name: [{ label: 'Name to use', lines: text('nameToUse') }],
    channel: [{ label: 'How to reach you', lines: labelOf(channelOptions, text('channel')) }],
    contact: contact
      ? [
          { label: contact.label, lines: text('contactValue') },
          ...contact.safe.map(({ field, short, yes, no }) => ({
            label: short,
            lines: text(field).map((said) => (said === 'yes' ? yes : no)),
          })),
        ]
      : [{ label: 'Address or number', lines: [] }],
    times: [{ label: 'Good times', lines: labelOf(timeOptions, text('bestTimes')) }],
    words: [
      { label: 'For us to know', lines: text('note') },
      { label: 'What would help', lines: text('accessNeeds') },
    ],
    language: [{ label: 'Language', lines: labelOf(languageOptions, text('language')) }],
  };
  return stepsFor(answers, programs).flatMap((step) => (rows[step] ?? []).map((row) => ({ step, ...row })));
}

function groupLines(chosen: string | undefined, program: Program | undefined, live: boolean): string[] {
  if (chosen === undefined) return [];
  if (chosen === anyGroup) return ['Any group, or not sure yet'];
  const cohort = program?.cohorts.find(({ slug }) => slug === chosen);
  if (!cohort) return ['A group that takes no more people'];
  return [
    groupInWords(cohort),
    `From ${dateInWords(firstMeeting(cohort))}. ${placeInWords(cohort)}`,
    ...(live ? [seatsInWords(cohort)] : []),
  ];
}
