import type { OnwardDatabase } from '#platform/database.ts';
import { openGuests } from './guest-list.ts';

export interface PhoneGuest {
  id: string;
  name: string;
  phone: string;
}

/** Guests no mail reaches, by name: they are to be called. Throws DatabaseUnavailable. */
export async function guestsByPhone(database: OnwardDatabase, event: { id: string }): Promise<PhoneGuest[]> {
  const { guests } = await openGuests(database, event, 'call');
  return guests
    .flatMap(({ id, name, phone }) => (phone === null ? [] : { id, name, phone }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
