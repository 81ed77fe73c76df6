import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { readKept, type Drawer, type Kept } from './drawer.ts';

/**
 * Drawers in this browser's own storage (IndexedDB). Where the browser does not keep things, as in some
 * private windows, a drawer holds until the page is closed, and whoever keeps something there is told so.
 */

export type Opened<Value> =
  { state: 'open'; value: Value | undefined } | { state: 'unreadable'; because: 'not-ours' | 'newer' };

export type KeptHow = 'kept' | 'until-closed';

const databaseName = 'kept';
const channelName = 'kept';

let store: UseStore | undefined;
const drawers = (): UseStore => (store ??= createStore(databaseName, 'drawers'));

const untilClosed = new Map<string, Kept>();

/** What is in a drawer. An unreadable one is left as it is: it may be of a newer version of this site. */
export async function open<Value>(drawer: Drawer<Value>): Promise<Opened<Value>> {
  const kept = await stored(drawer.name);
  if (kept === undefined) return { state: 'open', value: undefined };
  const read = readKept(drawer, kept);
  return 'value' in read
    ? { state: 'open', value: read.value }
    : { state: 'unreadable', because: read.trouble };
}

/** Puts a value in its drawer, and asks the browser not to clear it away by itself. */
export async function keep<Value>(drawer: Drawer<Value>, value: Value): Promise<KeptHow> {
  const kept: Kept = { version: drawer.version, changed: new Date().toISOString(), value };
  try {
    await set(drawer.name, kept, drawers());
  } catch {
    untilClosed.set(drawer.name, kept);
    return 'until-closed';
  }
  tellOtherTabs(drawer.name);
  // asked again each time: a browser may grant it once the person has come back a few times
  void navigator.storage?.persist?.().catch(() => false);
  return 'kept';
}

/** Empties a drawer. Where nothing is stored there is nothing to empty. */
export async function erase({ name }: Pick<Drawer<unknown>, 'name'>): Promise<void> {
  untilClosed.delete(name);
  await del(name, drawers()).catch(() => undefined);
  tellOtherTabs(name);
}

/** Calls back when another tab or window changed the drawer, until the signal ends it. */
export function onChangeElsewhere(
  { name }: Pick<Drawer<unknown>, 'name'>,
  listener: () => void,
  signal: AbortSignal,
): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => {
    if (data === name) listener();
  });
  signal.addEventListener('abort', () => channel.close());
}

async function stored(name: string): Promise<unknown> {
  try {
    return (await get(name, drawers())) ?? untilClosed.get(name);
  } catch {
    return untilClosed.get(name);
  }
}

function tellOtherTabs(name: string): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(name);
  channel.close();
}
