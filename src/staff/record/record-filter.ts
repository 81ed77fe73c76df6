import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { StaffRole } from '../member.ts';

/** Which lines of the record somebody asks for, as it stands in the address: ids and codes, nothing of anybody. */

export const subjects = [
  'event',
  'guest',
  'report',
  'meeting',
  'sign-up',
  'consent',
  'resource',
  'staff',
  'settings',
  'everything',
] as const;
export type Subject = (typeof subjects)[number];

const kept = ['event', 'guest', 'report', 'meeting'] as const;
const answered = ['sign-up', 'consent'] as const;

/** What the record tells this role about: the policy of public.audit_log says the same. */
export const subjectsOf = (role: StaffRole): readonly Subject[] =>
  ({ admin: subjects, coordinator: kept, clinician: answered, editor: [] })[role];

export const deeds = ['looked', 'taken', 'changed'] as const;
export type Deed = (typeof deeds)[number];

export interface RecordFilter {
  /** Whose lines, by the id of their account. */
  staff?: string | undefined;
  subject?: Subject | undefined;
  did?: Deed | undefined;
  /** What a line is about, or the event of the guest it is about. */
  about?: string | undefined;
  /** Dates in the organisation's zone, both of them included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only lines older than this one. */
  before?: number | undefined;
}

const date = z.iso.date();
const shape = {
  staff: z.uuid(),
  subject: z.enum(subjects),
  did: z.enum(deeds),
  about: z.uuid(),
  from: date,
  to: date,
  before: z.coerce.number().pipe(z.int().positive()),
};

/** What an address asks for. A value that is none chooses nothing. */
export function readFilter(query: URLSearchParams): RecordFilter {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, values]) => {
      const parsed = values.safeParse(query.get(name)?.trim() || undefined);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}

/** The same as a query, with what is to be otherwise. */
export const asQuery = (filter: RecordFilter, otherwise: RecordFilter = {}): string =>
  new URLSearchParams(
    Object.entries({ ...filter, ...otherwise }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();

export const isFiltered = ({ before: _, ...filter }: RecordFilter): boolean =>
  Object.values(filter).some((value) => value !== undefined);

/** The filter as the functions of the database take it. */
export function asParameters(filter: RecordFilter, timeZone: string) {
  const start = (day: string, days: number) =>
    Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(timeZone).toInstant().toString();
  return {
    ...(filter.staff && { p_staff: filter.staff }),
    ...(filter.subject && { p_subject: filter.subject }),
    ...(filter.did && { p_did: filter.did }),
    ...(filter.about && { p_about: filter.about }),
    ...(filter.from && { p_from: start(filter.from, 0) }),
    ...(filter.to && { p_until: start(filter.to, 1) }),
  };
}
