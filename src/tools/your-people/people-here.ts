import { open } from '#platform/kept/keeping.ts';
import { cardDrawer } from '../coping-card/card.ts';
import { peopleOn, type Person } from './people.ts';

/** A plan names its people in the fields that a card has for them; the rest of it is not read. */
const planPeople = { ...cardDrawer, name: 'plan' };

/** The people this person wrote down on this device, those of the plan first. What cannot be read is nobody. */
export async function peopleHere(): Promise<Person[]> {
  const opened = await Promise.all([open(planPeople), open(cardDrawer)]);
  return peopleOn(opened.flatMap((one) => (one.state === 'open' && one.value ? [one.value] : [])));
}
