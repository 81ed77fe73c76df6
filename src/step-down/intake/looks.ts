import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';

/** Who looked at what, as whoever asks may see it. Everything throws DatabaseUnavailable. */

const row = z.object({
  at: z.string(),
  staff_name: z.string().nullable(),
  action: z.string(),
  detail: z.string().nullable(),
  subject: z.enum(['sign-up', 'consent']),
  subject_id: z.uuid(),
});
const named = z.array(z.object({ id: z.uuid(), reference: z.string() }));
const consented = z.array(z.object({ id: z.uuid(), sign_up_id: z.uuid().nullable() }));

/** One line of the log; `id` and `reference` of the request it is about, null when that is deleted. */
export interface Look {
  at: string;
  by: string | null;
  action: string;
  detail: string | null;
  id: string | null;
  reference: string | null;
}

/** How many lines one page shows: their ids go into the address of a request to the database. */
export const most = 100;

/** Whose looks an address asks for; undefined for everybody's. */
export const readWho = (query: URLSearchParams): string | undefined =>
  z
    .uuid()
    .optional()
    .catch(undefined)
    .parse(query.get('who') ?? undefined);

export async function latestLooks(database: OnwardDatabase, who?: string): Promise<Look[]> {
  let asked = database
    .from('audit_log')
    .select('at, staff_name, action, detail, subject, subject_id')
    .in('subject', ['sign-up', 'consent'])
    .order('id', { ascending: false })
    .limit(most);
  if (who !== undefined) asked = asked.eq('staff_id', who);
  const lines = z.array(row).parse(rows(await asked));

  const idsOf = (subject: string) => [
    ...new Set(lines.filter((line) => line.subject === subject).map((line) => line.subject_id)),
  ];
  const consents = new Map(
    consented
      .parse(rows(await database.from('consents').select('id, sign_up_id').in('id', idsOf('consent'))))
      .map(({ id, sign_up_id }) => [id, sign_up_id]),
  );
  const signUpOf = ({ subject, subject_id }: z.infer<typeof row>) =>
    subject === 'sign-up' ? subject_id : (consents.get(subject_id) ?? null);
  const ids = [...new Set(lines.map(signUpOf).filter((id) => id !== null))];
  const references = new Map(
    named
      .parse(rows(await database.from('sign_ups').select('id, reference').in('id', ids)))
      .map(({ id, reference }) => [id, reference]),
  );
  return lines.map((line) => {
    const id = signUpOf(line);
    const reference = (id && references.get(id)) ?? null;
    return { at: line.at, by: line.staff_name, action: line.action, detail: line.detail, id, reference };
  });
}
