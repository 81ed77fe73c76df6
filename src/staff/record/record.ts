import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { asParameters, subjects, type RecordFilter } from './record-filter.ts';

/** Who looked at what and who changed what, as whoever asks may see it. Everything throws DatabaseUnavailable. */

const line = z.object({
  id: z.number(),
  at: z.string(),
  staff_id: z.uuid().nullable(),
  staff_name: z.string().nullable(),
  action: z.string(),
  subject: z.enum(subjects),
  subject_id: z.uuid().nullable(),
  detail: z.string().nullable(),
  page: z.string().nullable(),
});
export type RecordLine = z.infer<typeof line>;
const lines = z.array(line);

/** How many lines a page shows: their ids go into the address of a request to the database. */
const pageSize = 50;

/** A page of the record, the newest first, and whether there are older lines. */
export async function recordPage(
  database: OnwardDatabase,
  filter: RecordFilter,
  timeZone: string,
): Promise<{ lines: RecordLine[]; older: boolean }> {
  const answer = await database.rpc('record_lines', {
    ...asParameters(filter, timeZone),
    ...(filter.before && { p_before: filter.before }),
    p_most: pageSize + 1,
  });
  const found = lines.parse(rows(answer));
  return { lines: found.slice(0, pageSize), older: found.length > pageSize };
}

/** Up to 10,000 lines to take away. That they were taken is written down in the same moment. */
export async function takeRecord(
  database: OnwardDatabase,
  filter: RecordFilter,
  timeZone: string,
): Promise<RecordLine[]> {
  return lines.parse(rows(await database.rpc('export_record', asParameters(filter, timeZone))));
}

const people = z.array(z.object({ id: z.uuid(), name: z.string() }));

/** Who stands in it, by name; also who is turned off by now. */
export async function recordPeople(database: OnwardDatabase): Promise<z.infer<typeof people>> {
  return people.parse(rows(await database.rpc('record_people')));
}
