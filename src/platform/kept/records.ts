import type { Records } from './browser-storage.ts';
import type { Kept } from './drawer.ts';

/** Records as they lie in storage: in the open, or sealed under the lock. Sealing loads when there is a lock. */

/** Something is there; what it is, whoever knows the drawer says. */
export type OpenedRecord = { state: 'there'; kept: unknown } | { state: 'locked' };

const asides = '/aside/';
/** Where a drawer that cannot be read is put when something new is written in its place. */
export const asideName = (name: string): string => `${asides}${name}/${new Date().toISOString()}`;
export const isAside = (name: string): boolean => name.startsWith(asides);
export const isDrawer = (name: string): boolean => !name.startsWith('/');

const hasLock = (records: Records): boolean => records.has('/lock');
const theLock = () => Promise.all([import('./lock.ts'), import('./sealed-drawer.ts')]);

/** The drawer that an aside was. */
export const drawerOf = (name: string): string => (isAside(name) ? (name.split('/')[2] ?? name) : name);

/** A drawer's record as it was written; undefined when there is none and it could be written. */
export async function openRecord(records: Records, name: string): Promise<OpenedRecord | undefined> {
  const record = records.get(name);
  if (!hasLock(records)) return record === undefined ? undefined : { state: 'there', kept: record };
  const [{ lockIn, openedKey }, { isSealed, unseal }] = await theLock();
  const lock = lockIn(records);
  const key = lock && (await openedKey(lock));
  if (!key) return { state: 'locked' };
  if (record === undefined) return undefined;
  return { state: 'there', kept: isSealed(record) ? await unseal(key, drawerOf(name), record) : record };
}

/** What to put in storage; sealed when there is a lock, which must be open. */
export async function toRecord(records: Records, name: string, kept: Kept): Promise<unknown> {
  if (!hasLock(records)) return kept;
  const [{ lockIn, openedKey }, { seal }] = await theLock();
  const lock = lockIn(records);
  const key = lock && (await openedKey(lock));
  if (!key) throw new Error('Nothing is written under a lock that is not open');
  return seal(key, name, kept);
}

/** Nobody wrote this drawer, or set or took the lock, between the two looks. */
export function whileAsBefore(before: Records, now: Records, name: string): boolean {
  const same = (of: string) => printOf(before.get(of)) === printOf(now.get(of));
  return same(name) && same('/lock');
}

/** Enough to tell two records apart. */
export function printOf(record: unknown): string {
  return (
    JSON.stringify(record, (_key, part: unknown) => (part instanceof Uint8Array ? [...part] : part)) ?? ''
  );
}
