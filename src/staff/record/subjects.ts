import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { StaffRole } from '../member.ts';
import type { RecordLine } from './record.ts';

/** What lines are about, by name: one request for each kind of thing, however many lines. No guest is named. */

export interface About {
  label: string;
  /** Its page; null when it is gone, or nothing one can open. */
  href: string | null;
}

const event = z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string() }));
const reference = z.array(z.object({ id: z.uuid(), reference: z.string() }));
const consent = z.array(z.object({ id: z.uuid(), sign_up_id: z.uuid().nullable() }));
const resource = z.array(
  z.object({
    id: z.uuid(),
    title: z.string().nullable(),
    draft: z.object({ title: z.string() }).nullable().catch(null),
  }),
);
const report = z.array(
  z.object({ id: z.uuid(), name: z.string().nullable(), meeting: z.object({ name: z.string() }).nullable() }),
);
const list = z.array(z.object({ id: z.uuid(), name: z.string() }));
const person = z.array(z.object({ user_id: z.uuid(), display_name: z.string() }));

/** The id that a line's thing is found by: a guest's event, which stays when the answer is deleted. */
const idOf = ({ subject, subject_id, detail }: RecordLine) => (subject === 'guest' ? detail : subject_id);

/** Finds what each line is about, as somebody of this role may see it. Throws DatabaseUnavailable. */
export async function subjectsOfLines(
  database: OnwardDatabase,
  role: StaffRole,
  lines: RecordLine[],
): Promise<(line: RecordLine) => About | null> {
  const found = new Map<string, About>();
  const find = async <Row>(
    kinds: RecordLine['subject'][],
    ask: (ids: string[]) => PromiseLike<Parameters<typeof rows>[0]>,
    shape: z.ZodType<Row[]>,
    add: (row: Row) => [id: string, about: About],
  ) => {
    const ids = [...new Set(lines.filter(({ subject }) => kinds.includes(subject)).map(idOf))];
    const asked = ids.filter((id) => id !== null && z.uuid().safeParse(id).success) as string[];
    if (asked.length === 0) return;
    for (const row of shape.parse(rows(await ask(asked)))) {
      const [id, about] = add(row);
      for (const kind of kinds) found.set(`${kind} ${id}`, about);
    }
  };
  const of =
    (
      table: 'events' | 'sign_ups' | 'consents' | 'resources' | 'meeting_reports' | 'meeting_sources',
      columns: string,
    ) =>
    (ids: string[]) =>
      database.from(table).select(columns).in('id', ids);

  await Promise.all([
    find(['event', 'guest'], of('events', 'id, slug, title'), event, ({ id, slug, title }) => [
      id,
      { label: `“${title}”`, href: `/staff/events/${slug}/guests/` },
    ]),
    find(['sign-up'], of('sign_ups', 'id, reference'), reference, ({ id, reference: label }) => [
      id,
      { label: `request ${label}`, href: `/staff/step-down/${id}/` },
    ]),
    find(['consent'], of('consents', 'id, sign_up_id'), consent, ({ id }) => [
      id,
      { label: 'a consent', href: `/staff/step-down/consents/${id}/` },
    ]),
    find(['resource'], of('resources', 'id, title, draft'), resource, ({ id, title, draft }) => [
      id,
      { label: `“${draft?.title || title || 'no title yet'}”`, href: `/staff/resources/${id}/` },
    ]),
    find(
      ['report'],
      of('meeting_reports', 'id, name, meeting:meetings(name)'),
      report,
      ({ id, name, meeting: about }) => [
        id,
        { label: `“${about?.name ?? name ?? 'a meeting'}”`, href: `/staff/meetings/reports/${id}/` },
      ],
    ),
    find(['meeting'], of('meeting_sources', 'id, name'), list, ({ id, name }) => [
      id,
      { label: `“${name}”`, href: '/staff/meetings/feeds/' },
    ]),
    role === 'admin' &&
      find(
        ['staff'],
        (ids) => database.from('staff').select('user_id, display_name').in('user_id', ids),
        person,
        ({ user_id: id, display_name: label }) => [id, { label, href: '/staff/team/' }],
      ),
  ]);
  return (line) => found.get(`${line.subject} ${idOf(line)}`) ?? null;
}
