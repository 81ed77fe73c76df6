import { open } from '#platform/kept/keeping.ts';
import { cardDrawer } from '../coping-card/card.ts';
import { peopleOn, type Person } from './people.ts';

/** The people this person wrote down on this device. What cannot be read now is nobody. */
export async function peopleHere(): Promise<Person[]> {
  const card = await open(cardDrawer);
  return card.state === 'open' && card.value ? peopleOn(card.value) : [];
}
