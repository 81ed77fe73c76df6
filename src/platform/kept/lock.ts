import type { Records } from './browser-storage.ts';
import { onNews, tellOtherTabs } from './other-tabs.ts';
import { iterationsNow, keyOf, seal, unseal, type SealedKept } from './sealed-drawer.ts';

/**
 * The lock that a person may put on what is kept. Its opened key lives in the tab (sessionStorage), so that
 * going from page to page does not ask again; it ends with the tab, by button, and after half an hour unused,
 * because browsers bring closed tabs back.
 */

export interface Lock {
  iterations: number;
  salt: Uint8Array<ArrayBuffer>;
  /** Something known, sealed: opens with the right passphrase only, also when there is no drawer. */
  check: SealedKept;
}

/** Among the records. No drawer's name has a slash. */
export const lockName = '/lock';

/** The name in sessionStorage. */
const keyName = 'opened';
const unusedFor = 30 * 60_000;

let opened: { salt: string; key: CryptoKey } | undefined;

export const lockIn = (records: Records): Lock | undefined => records.get(lockName) as Lock | undefined;

export const sameLock = (one: Lock | undefined, other: Lock | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && text(one.salt) === text(other.salt));

export async function newLock(
  passphrase: string,
  iterations = iterationsNow,
): Promise<{ lock: Lock; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOf(passphrase, salt, iterations);
  const changed = new Date().toISOString();
  const check = await seal(key, lockName, { version: 1, changed, value: 'opens' });
  return { lock: { iterations, salt, check }, key };
}

/** The key in this tab, if it is open. Asking for it counts as using it. */
export async function openedKey(lock: Lock): Promise<CryptoKey | undefined> {
  const held = heldInTab();
  if (held?.salt !== text(lock.salt) || Date.now() - held.used > unusedFor) return undefined;
  hold({ ...held, used: Date.now() });
  if (opened?.salt !== held.salt) {
    const raw = Uint8Array.from(atob(held.key), (letter) => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt', 'decrypt']);
    opened = { salt: held.salt, key };
  }
  return opened.key;
}

/** True when this is the passphrase; the tab is then open. */
export async function unlock(lock: Lock, passphrase: string): Promise<boolean> {
  const key = await keyOf(passphrase, lock.salt, lock.iterations);
  if (!(await unseal(key, lockName, lock.check))) return false;
  await holdKey(lock, key);
  return true;
}

export async function holdKey(lock: Lock, key: CryptoKey): Promise<void> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
  opened = { salt: text(lock.salt), key };
  hold({ salt: opened.salt, key: text(raw), used: Date.now() });
}

/** Forgets the key, here and in the other tabs. */
export function lockAgain(): void {
  forget();
  tellOtherTabs({ locked: true });
}

function forget(): void {
  opened = undefined;
  inMemory = undefined;
  try {
    sessionStorage.removeItem(keyName);
  } catch {
    // nothing was there
  }
}

interface Held {
  salt: string;
  key: string;
  used: number;
}

/** For browsers that keep nothing for a tab: the page is then open until one leaves it. */
let inMemory: string | undefined;

function heldInTab(): Held | undefined {
  try {
    inMemory = sessionStorage.getItem(keyName) ?? undefined;
  } catch {
    // as it is in memory
  }
  return inMemory === undefined ? undefined : (JSON.parse(inMemory) as Held);
}

function hold(held: Held): void {
  inMemory = JSON.stringify(held);
  try {
    sessionStorage.setItem(keyName, inMemory);
  } catch {
    // as it is in memory
  }
}

const text = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

onNews((news) => {
  if ('locked' in news || 'erased' in news) forget();
});
