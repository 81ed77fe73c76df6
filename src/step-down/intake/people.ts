import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';

/** Who answers: clinicians and admins, and whoever still has an open request without answering any more. */

const person = z.object({ id: z.uuid(), name: z.string(), me: z.boolean(), answers: z.boolean() });
export type IntakePerson = z.infer<typeof person>;

/** By name, as the person who asks. Throws DatabaseUnavailable. */
export async function intakePeople(database: OnwardDatabase): Promise<IntakePerson[]> {
  return z.array(person).parse(rows(await database.rpc('intake_people')));
}

/** "you", a colleague's name, or what is said of somebody who left. */
export function ownerWords(owner: string | null, people: IntakePerson[]): string | null {
  if (owner === null) return null;
  const known = people.find(({ id }) => id === owner);
  return known?.me ? 'you' : (known?.name ?? 'somebody who left');
}
