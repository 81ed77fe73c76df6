import { change, destroy, look, type Records } from './browser-storage.ts';
import { isKept, type Kept } from './drawer.ts';

import { forgetHeld } from './keeping.ts';
import { moveCard } from './moved-card.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { drawerOf, isAside, isDrawer, openRecord, printOf } from './records.ts';

/** All that is kept here at once: to see it, to take it away in a file, to lock it, to erase it. */

export interface Everything {
  /** `none`: nothing was ever kept here. `refused`: the browser keeps nothing. */
  state: 'there' | 'none' | 'locked' | 'refused';
  lock: boolean;
  /** By name, as it was written; asides by the name they were put under. */
  drawers: Map<string, unknown>;
  asides: Map<string, unknown>;
}

export async function everything(): Promise<Everything> {
  await moveCard();
  const all: Everything = { state: 'there', lock: false, drawers: new Map(), asides: new Map() };
  let records: Records | undefined;
  try {
    records = await look();
  } catch {
    return { ...all, state: 'refused' };
  }
  if (!records) return { ...all, state: 'none' };
  all.lock = records.has('/lock');
  for (const name of records.keys()) {
    if (!isDrawer(name) && !isAside(name)) continue;
    const opened = await openRecord(records, name);
    if (opened?.state === 'locked') return { ...all, state: 'locked', drawers: new Map(), asides: new Map() };
    (isDrawer(name) ? all.drawers : all.asides).set(name, opened?.kept);
  }
  return all;
}

/** Takes one record away, of a drawer that nobody knows, or an aside. */
export async function eraseRecord(name: string): Promise<void> {
  await change(() => new Map([[name, undefined]]));
  tellOtherTabs({ changed: name });
}

/** Puts a lock on everything, or another one in its place; with nothing, takes it off. It must be open. */
export async function setLock(passphrase: string | undefined, iterations?: number): Promise<void> {
  const [{ holdKey, lockName, newLock }, { isSealed, seal }] = await Promise.all([
    import('./lock.ts'),
    import('./sealed-drawer.ts'),
  ]);
  const next = passphrase === undefined ? undefined : await newLock(passphrase, iterations);
  for (;;) {
    const before: Records = (await look()) ?? new Map();
    const changes = new Map<string, unknown>([[lockName, next?.lock]]);
    for (const [name, record] of before) {
      if (!isDrawer(name) && !isAside(name)) continue;
      const opened = await openRecord(before, name);
      if (opened?.state === 'locked') throw new Error('The lock must be open to be changed');
      // what cannot be opened stays as it is
      if (isSealed(record) && opened?.kept === undefined) continue;
      const kept = asKept(opened?.kept);

      changes.set(name, next ? await seal(next.key, drawerOf(name), kept) : opened?.kept);
    }
    if (await change((now) => (printOf([...before]) === printOf([...now]) ? changes : undefined))) break;
  }
  if (next) await holdKey(next.lock, next.key);
  for (const changed of (await look())?.keys() ?? []) tellOtherTabs({ changed });
}

/** Deletes all that this site keeps in this browser, not only the drawers. */
export async function eraseEverything(): Promise<void> {
  forgetHeld();
  await destroy();
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      storage().clear();
    } catch {
      // switched off, so there is nothing in it
    }
  }
  // the worker would else go on keeping what this page still asks for
  navigator.serviceWorker?.controller?.postMessage({ say: 'forget' });
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
  if (typeof caches !== 'undefined') {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  }
  tellOtherTabs({ erased: true });
}

/** What is no drawer is sealed as well; its version says that it cannot be read. */
const asKept = (record: unknown): Kept =>
  isKept(record) ? record : { version: 0, changed: '', value: record };
