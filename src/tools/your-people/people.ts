import { callAddress } from '../coping-card/call-address.ts';
import type { Card } from '../coping-card/card.ts';

/** Whom a person wrote down to call, ready to be pressed. */
export interface Person {
  name: string;
  /** `tel:` and the number. */
  address: string;
}

/** Those with a number, in the order in which they stand, each once. */
export function peopleOn(cards: Card[]): Person[] {
  const people = cards
    .flatMap((card) => [
      { name: card['person-1'], phone: card['phone-1'] },
      { name: card['person-2'], phone: card['phone-2'] },
      { name: card['person-3'], phone: card['phone-3'] },
    ])
    .flatMap(({ name, phone }) => {
      const address = callAddress(phone);
      return address ? [{ name: name.trim(), address }] : [];
    });
  return people.filter(({ address }, at) => people.findIndex((one) => one.address === address) === at);
}
