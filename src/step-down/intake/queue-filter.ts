import * as z from 'zod';
import { kinds } from '../schema.ts';
import type { IntakePerson } from './people.ts';
import type { Wanted } from './queue.ts';

/** What of the queue is shown, as its address says. What an address does not know is left out. */
const filter = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  whose: z.enum(['all', 'mine', 'nobodys']).catch('all'),
  show: z.enum(['open', 'ended']).catch('open'),
});
export type QueueFilter = z.infer<typeof filter>;

export const readFilter = (query: URLSearchParams): QueueFilter => filter.parse(Object.fromEntries(query));

export function wantedBy({ kind, whose }: QueueFilter, people: IntakePerson[]): Wanted {
  // a person who is not on the list owns nothing
  const mine = people.find(({ me }) => me)?.id ?? '00000000-0000-4000-8000-000000000000';
  return { kind, owner: whose === 'all' ? undefined : whose === 'nobodys' ? null : mine };
}

export const isFiltered = ({ kind, whose }: QueueFilter): boolean => kind !== undefined || whose !== 'all';
