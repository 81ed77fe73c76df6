import * as z from 'zod';
import { needed, wholeNumber } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import { levelNames } from '../level.ts';
import { seenField } from './group-fields.ts';
import { programStatuses, type KeptProgram } from './kept-groups.ts';

/** The form in which staff keep a program. */

export const programForm = z.object({
  title: needed(120, 'Enter what the program is called'),
  level: z.enum(levelNames, { error: 'Choose the level' }),
  summary: needed(400, 'Say in a sentence or two what it is'),
  week: needed(200, 'Say what a usual week asks, as “Three evenings, nine hours”'),
  sort: wholeNumber(0, 999, 'Enter a number from 0 to 999'),
  status: z.enum(programStatuses, { error: 'Choose who sees it' }),
  updatedAt: seenField,
});
export type ProgramEdit = z.infer<typeof programForm>;

/** A program as its form shows it. */
export const flatProgram = (program: KeptProgram): TypedValues => ({
  ...{ title: program.title, level: program.level, summary: program.summary, week: program.week },
  ...{ sort: String(program.sort), status: program.status, updatedAt: program.updatedAt },
});

/** A new one stands after those that are there. */
export const newProgram = (present: KeptProgram[]): TypedValues => ({
  sort: String(Math.min(999, Math.max(0, ...present.map(({ sort }) => sort)) + 1)),
  status: 'draft',
});
