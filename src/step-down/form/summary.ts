import type { Language } from '#i18n/language.ts';
import type { Program } from '../programs.ts';
import { channelOptions, contactQuestions, languageOptions, timeOptions } from '../questions.ts';
import { stepDownSpeaks } from '../spanish.ts';
import { seatsInWords } from '../seats.ts';
import { dateInWords, firstMeeting, groupInWords, kindsInWords, placeInWords } from '../words.ts';
import { all, anyGroup, one, type Answers } from './answers.ts';
import type { Step } from './fields.ts';
import { formSpeaks } from './spanish.ts';
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
export function summaryRows(
  answers: Answers,
  programs: Program[],
  live: boolean,
  language: Language = 'en',
): SummaryRow[] {
  const say = formSpeaks(language);
  const kind = one(answers, 'kind') as keyof typeof kindsInWords | undefined;
  const text = (field: string) => all(answers, field);
  const contact = contactQuestions[one(answers, 'channel') ?? ''];
  const program = programs.find(({ slug }) => slug === one(answers, 'program'));
  const rows: Partial<Record<Step, Omit<SummaryRow, 'step'>[]>> = {
    kind: [
      {
        label: say('What you would like'),
        lines: kind ? [stepDownSpeaks(language)(kindsInWords[kind].label)] : [],
      },
    ],
    program: [{ label: say('Program'), lines: program ? [program.title] : text('program') }],
    cohort: [{ label: say('Group'), lines: groupLines(one(answers, 'cohort'), program, live, language) }],
    name: [{ label: say('Name to use'), lines: text('nameToUse') }],
    channel: [{ label: say('How to reach you'), lines: labelOf(channelOptions(say), text('channel')) }],
    contact: contact
      ? [
          { label: say(contact.label), lines: text('contactValue') },
          ...contact.safe.map(({ field, short, yes, no }) => ({
            label: say(short),
            lines: text(field).map((said) => say(said === 'yes' ? yes : no)),
          })),
        ]
      : [{ label: say('Address or number'), lines: [] }],
    times: [{ label: say('Good times'), lines: labelOf(timeOptions(say), text('bestTimes')) }],
    words: [
      { label: say('For us to know'), lines: text('note') },
      { label: say('What would help'), lines: text('accessNeeds') },
    ],
    language: [{ label: say('Language'), lines: labelOf(languageOptions(say), text('language')) }],
  };
  return stepsFor(answers, programs).flatMap((step) => (rows[step] ?? []).map((row) => ({ step, ...row })));
}

function groupLines(
  chosen: string | undefined,
  program: Program | undefined,
  live: boolean,
  language: Language,
): string[] {
  const say = formSpeaks(language);
  if (chosen === undefined) return [];
  if (chosen === anyGroup) return [say('Any group, or not sure yet')];
  const cohort = program?.cohorts.find(({ slug }) => slug === chosen);
  if (!cohort) return [say('A group that takes no more people')];
  const date = dateInWords(firstMeeting(cohort), { language });
  return [
    groupInWords(cohort, language),
    say('From {date}. {place}', { date, place: placeInWords(cohort, language) }),
    ...(live ? [seatsInWords(cohort, stepDownSpeaks(language))] : []),
  ];
}
