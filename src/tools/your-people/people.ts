import { callAddress, type Card } from '../coping-card/card.ts';

/** Whom a person wrote down to call, ready to be pressed. */
export interface Person {
  name: string;
  /** `tel:` and the number. */
  address: string;
}

/** The people on a coping card who have a number, in the card's order, each once. */
export function peopleOn(card: Card): Person[] {
  const people = [
    { name: card['person-1'], phone: card['phone-1'] },
    { name: card['person-2'], phone: card['phone-2'] },
    { name: card['person-3'], phone: card['phone-3'] },
  ].flatMap(({ name, phone }) => {
    const address = callAddress(phone);
    return address ? [{ name: name.trim(), address }] : [];
  });
  return people.filter(({ address }, at) => people.findIndex((one) => one.address === address) === at);
}
