import { emailAddress, personName, phoneNumber } from '#platform/contact.ts';
import { someValues } from '#meetings/edit/meeting-edit.ts';
import * as z from 'zod';

/** What holds for every row, looked at from outside: not by the constraints that should have held it. */

export type Query = <Row = Record<string, unknown>>(sql: string) => Promise<Row[]>;

const control = /(?![\n\t])\p{Cc}|[\u2028\u2029]|\ufffe|\uffff/u;

function* textsIn(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      yield [`${path} (key)`, key];
      yield* textsIn(inner, `${path}.${key}`);
    }
}

const uuid = z.string().length(36);
const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const kept = (schema: z.ZodType<string>) =>
  z.string().refine((text) => schema.safeParse(text).data === text, { error: 'not as the door leaves it' });

/** Tables that visitors fill, and what a row of theirs is. */
const rowsOf: Record<string, z.ZodType> = {
  rsvps: z.looseObject({
    id: uuid,
    name: kept(personName),
    email: kept(emailAddress).nullable(),
    phone: kept(phoneNumber).nullable(),
    created_at: moment,
    language: z.enum(['en', 'es']),
  }),
  meeting_reports: z.looseObject({
    id: uuid,
    contact: kept(z.union([emailAddress, phoneNumber])).nullable(),
    proposed: someValues,
  }),
  sign_ups: z.looseObject({ id: uuid, sealed: z.string().regex(/^[\w-]+(\.[\w-]*){4}$/) }),
};

/** Each row of a table, as JSON. */
const every = (table: string) => `select to_jsonb(one) as row from public.${table} one`;

/** Each thing that stands in a table and should not: table, column and why. `rows` says which rows are looked at. */
export async function badRows(
  query: Query,
  {
    planted = [],
    rows: chosen = every,
  }: { planted?: readonly string[]; rows?: (table: string) => string } = {},
): Promise<string[]> {
  const wrong: string[] = [];
  const tables = await query<{ name: string }>(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  for (const { name } of tables) {
    const rows = await query<{ row: Record<string, unknown> }>(chosen(name));
    for (const { row } of rows) {
      for (const [path, text] of textsIn(row, name)) {
        if (control.test(text) || !text.isWellFormed()) wrong.push(`${path} holds what is no text`);
        if (name === 'sign_ups' && planted.some((one) => text.includes(one)))
          wrong.push(`${path} says in clear who it is`);
      }
      const read = rowsOf[name]?.safeParse(row);
      if (read && !read.success) wrong.push(`${name}: ${z.prettifyError(read.error)}`);
    }
  }
  return [...new Set([...wrong, ...(await seatsAmiss(query))])];
}

/** Seats and parties, counted again from the places. */
async function seatsAmiss(query: Query): Promise<string[]> {
  const pools = await query<{ id: string }>(`
    select pool.id from public.seat_pools pool left join public.places place on place.pool_id = pool.id
    group by pool.id
    having pool.seats_taken <> coalesce(sum(party_size) filter (where status = 'held'), 0)
      or pool.parties_waiting <> count(*) filter (where status = 'waiting')
      or pool.seats_taken > pool.capacity`);
  return pools.map(({ id }) => `seats of ${id} are miscounted`);
}
