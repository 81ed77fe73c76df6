import type { TypedValues } from '#platform/guard.ts';
import { slugOf } from '#platform/slug.ts';
import { question, type Question } from '../question.ts';

/** The questions of an event, as a form asks for them: one block each, an empty one is none. */

export const mostQuestions = 5;

interface Problem {
  path: string;
  message: string;
}

const one = (value: TypedValues[string] | undefined) => [value ?? []].flat()[0] ?? '';
const tidy = (text: string) => text.trim().normalize('NFC').replace(/\s+/g, ' ');

/** Questions in the order of their blocks. One that was there and is of the same kind keeps its id, and its answers. */
export function readQuestions(
  typed: TypedValues,
  present: Question[],
): { questions: Question[]; problems: Problem[] } {
  const questions: Question[] = [];
  const problems: Problem[] = [];
  for (let number = 1; number <= mostQuestions; number++) {
    const field = (name: string) => one(typed[`q${number}${name}`]);
    const label = tidy(field('Label'));
    const options = field('Options')
      .split(/\r?\n/)
      .map(tidy)
      .filter((option) => option !== '');
    const wrong = (name: string, message: string) => problems.push({ path: `q${number}${name}`, message });
    if (label === '') {
      if (options.length > 0) wrong('Label', 'Enter the question that goes with these choices');
      continue;
    }
    const kind = field('Kind') || 'text';
    const kept = present.find(({ id }) => id === field('Id'));
    const id = kept?.kind === kind ? kept.id : newId(label, [...present, ...questions]);
    const shape = { id, label, kind, required: field('Required') === 'yes' };
    const read = question.safeParse(kind === 'choice' ? { ...shape, options } : shape);
    if ([...label].length > 200) wrong('Label', 'Use 200 characters or fewer');
    else if (kind === 'choice' && (options.length < 2 || options.length > 8))
      wrong('Options', 'Enter 2 to 8 choices, one on each line');
    else if (kind === 'choice' && new Set(options).size < options.length)
      wrong('Options', 'Two of these choices are the same');
    else if (kind === 'choice' && options.some((option) => option.length > 100))
      wrong('Options', 'Use 100 characters or fewer for a choice');
    else if (read.success) questions.push(read.data);
    else wrong('Label', 'Write this with letters, and choose how it is answered');
  }
  return { questions, problems };
}

function newId(label: string, taken: Question[]): string {
  const base = slugOf(label).slice(0, 36).replace(/-+$/, '') || 'question';
  const free = (id: string) => !taken.some((question) => question.id === id);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (free(id)) return id;
  }
}

export function flatQuestions(questions: Question[]): TypedValues {
  return Object.assign(
    {},
    ...questions.map((asked, index) => ({
      [`q${index + 1}Id`]: asked.id,
      [`q${index + 1}Label`]: asked.label,
      [`q${index + 1}Kind`]: asked.kind,
      [`q${index + 1}Options`]: asked.kind === 'choice' ? asked.options.join('\n') : '',
      [`q${index + 1}Required`]: asked.required ? 'yes' : '',
    })),
  ) as TypedValues;
}
