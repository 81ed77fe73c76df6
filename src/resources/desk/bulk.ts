import * as z from 'zod';
import { rows, type Json, type OnwardDatabase } from '#platform/database.ts';
import { dateOrNothing, orNothing } from '#platform/form-fields.ts';
import { topics } from '../schema.ts';

/** One thing done to several resources, as the list asks for it. */

/** As many as one press takes. */
const most = 100;

const ticked = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,9}$/, { error: 'Open the list anew, please' })
  .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }));

export type BulkAction =
  { do: 'archive' } | { do: 'review-by'; date: string } | { do: 'add-topic'; topic: (typeof topics)[number] };

export const bulkForm = z
  .object({
    one: z
      .preprocess((value) => [value ?? []].flat(), z.array(ticked).max(most))
      .refine((all) => all.length > 0, { error: 'Tick at least one in the list' }),
    do: z.enum(['archive', 'review-by', 'add-topic'], { error: 'Choose what is to be done' }),
    date: dateOrNothing.optional(),
    addTopic: orNothing(z.enum(topics)).optional(),
  })
  .transform(({ one, do: what, date, addTopic: topic }, context) => {
    const act = (action: BulkAction) => ({ seen: one, action });
    if (what === 'archive') return act({ do: what });
    if (what === 'review-by' && date) return act({ do: what, date });
    if (what === 'add-topic' && topic) return act({ do: what, topic });
    const [path, message] =
      what === 'review-by' ? ['date', 'Enter the day'] : ['addTopic', 'Choose the topic to add'];
    context.addIssue({ code: 'custom', path: [path], message });
    return z.NEVER;
  });
export type BulkOrder = z.infer<typeof bulkForm>;

const answer = z.object({
  done: z.array(
    z.object({
      id: z.uuid(),
      title: z.string().nullable(),
      version: z.int(),
      /** How it stood before, for the way back. */
      was: z.record(z.string(), z.json()),
    }),
  ),
  skipped: z.array(
    z.object({ id: z.uuid(), title: z.string().nullable(), why: z.string(), by: z.string().nullish() }),
  ),
});
export type BulkAnswer = z.infer<typeof answer>;

/** What is needed to take an answer back: how each stood, and the version it has since. */
export type WayBack = Record<string, { version: number; standing: BulkAnswer['done'][number]['was'] }>;

const order = async (database: OnwardDatabase, ids: string[], action: object): Promise<BulkAnswer> =>
  answer.parse(rows(await database.rpc('bulk_resources', { p_ids: ids, p_action: action as Json })));

/** Does it to each that is as the list showed it. Throws DatabaseUnavailable. */
export const bulk = (database: OnwardDatabase, { seen, action }: BulkOrder): Promise<BulkAnswer> =>
  order(
    database,
    seen.map(({ id }) => id),
    { ...action, versions: Object.fromEntries(seen.map(({ id, version }) => [id, version])) },
  );

export const wayBack = ({ done }: BulkAnswer): WayBack =>
  Object.fromEntries(done.map(({ id, version, was }) => [id, { version, standing: was }]));

/** Brings each back to how it stood, if nobody changed it since. Throws DatabaseUnavailable. */
export const undo = (database: OnwardDatabase, was: WayBack): Promise<BulkAnswer> =>
  order(database, Object.keys(was), { do: 'undo', was });
