import { array, maxLength, object, optional, pipe, record, string, type InferOutput } from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { programWithout, shortly, title, type NoteId } from './words.ts';

/** What up to three programs answered, each with a name and a note for each question. */

export const places = [0, 1, 2];

const text = (longest: number) => optional(pipe(string(), maxLength(longest)), '');
const program = object({
  name: text(200),
  notes: optional(record(pipe(string(), maxLength(40)), pipe(string(), maxLength(2000))), {}),
});
const answersShape = object({ programs: pipe(array(program), maxLength(places.length)) });

export type Program = InferOutput<typeof program>;
export type ProgramAnswers = InferOutput<typeof answersShape>;

export const questionsDrawer: Drawer<ProgramAnswers> = {
  name: 'ten-questions',
  title,
  page: '/tools/ten-questions/',
  version: 1,
  shape: answersShape,
  inWords: ({ programs }) =>
    programs.flatMap((one, place) => {
      const name = one.name.trim() || programWithout(place);
      const notes = (Object.keys(shortly) as NoteId[]).flatMap((id) => {
        const note = one.notes[id]?.trim().replace(/\s*\n\s*/g, ' / ');
        return note ? [`${name}. ${shortly[id]}: ${note}`] : [];
      });
      return notes.length > 0 || isEmpty(one) ? notes : [name];
    }),
  merge: together,
};

/** One line that somebody wrote: the name of a program, or a note. */
export interface Written {
  place: number;
  field: NoteId | 'name';
  words: string;
}

/** All the fields of the sheet as what is kept. */
export function answersOf(fields: Written[]): ProgramAnswers {
  return {
    programs: places.map((place) => {
      const own = fields.filter((one) => one.place === place && one.words.trim() !== '');
      return {
        name: own.find(({ field }) => field === 'name')?.words ?? '',
        notes: Object.fromEntries(
          own.filter(({ field }) => field !== 'name').map(({ field, words }) => [field, words]),
        ),
      };
    }),
  };
}

/** What stands in a field of the sheet. */
export function wordsIn(
  answers: ProgramAnswers | undefined,
  { place, field }: Omit<Written, 'words'>,
): string {
  const one = answers?.programs[place];
  return (field === 'name' ? one?.name : one?.notes[field]) ?? '';
}

const isEmpty = ({ name, notes }: Program) =>
  name.trim() === '' && Object.values(notes).every((note) => note.trim() === '');
const named = ({ name }: Program) => name.trim().toLowerCase();
const sameName = (one: Program, other: Program) => named(one) !== '' && named(one) === named(other);
/** All that is written of the one stands in the other. */
const isIn = (one: Program, other: Program) =>
  named(one) === named(other) && Object.entries(one.notes).every(([id, note]) => other.notes[id] === note);

/**
 * Two sheets on one: programs of the same name are the same, others take the empty places. What is written
 * here stays. Where there is no room for a fourth program, the saved one is left out.
 */
function together(here: ProgramAnswers, saved: ProgramAnswers): ProgramAnswers {
  const programs = places.map((place) => here.programs[place] ?? { name: '', notes: {} });
  for (const one of saved.programs.filter((program) => !isEmpty(program))) {
    if (programs.some((program) => isIn(one, program))) continue;
    const known = programs.findIndex((program) => sameName(program, one));
    const place = known >= 0 ? known : programs.findIndex(isEmpty);
    const there = programs[place];
    if (!there) continue;
    programs[place] = { name: there.name || one.name, notes: { ...one.notes, ...there.notes } };
  }
  return { programs };
}
