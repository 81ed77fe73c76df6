import { maxLength, object, optional, pipe, string, type InferOutput } from 'valibot';
import { open } from '#platform/kept/keeping.ts';
import type { Drawer } from '#platform/kept/drawer.ts';
import { callAddress } from '../coping-card/call-address.ts';

/** Whom a person wrote down first, in their plan or on their coping card, with a number to press. */

export interface FirstPerson {
  name: string;
  address: string;
}

const words = optional(pipe(string(), maxLength(200)), '');
const peopleShape = object({
  ...{ 'person-1': words, 'person-2': words, 'person-3': words },
  ...{ 'phone-1': words, 'phone-2': words, 'phone-3': words },
});
export type People = InferOutput<typeof peopleShape>;

/** A drawer of another tool, of which only the people are read. */
const peopleIn = (name: string): Drawer<People> => ({
  name,
  title: '',
  page: '',
  version: 1,
  shape: peopleShape,
  inWords: () => [],
});

export function firstOf(written: People): FirstPerson | undefined {
  for (const [name, phone] of [
    [written['person-1'], written['phone-1']],
    [written['person-2'], written['phone-2']],
    [written['person-3'], written['phone-3']],
  ] as const) {
    const address = callAddress(phone);
    if (address) return { name: name.trim(), address };
  }
  return undefined;
}

export async function firstPerson(): Promise<FirstPerson | undefined> {
  for (const drawer of ['plan', 'card']) {
    const opened = await open(peopleIn(drawer));
    const person = opened.state === 'open' && opened.value && firstOf(opened.value);
    if (person) return person;
  }
  return undefined;
}
