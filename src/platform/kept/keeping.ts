import { change, look, type Records } from './browser-storage.ts';
import { readKept, type Drawer, type Kept } from './drawer.ts';
import { mayKeep } from './may-keep.ts';
import { moveCard } from './moved-card.ts';
import { onNews, tellOtherTabs } from './other-tabs.ts';
import { asideName, openRecord, toRecord, whileAsBefore } from './records.ts';

/**
 * Drawers in this browser's own storage. Where nothing may be kept or the browser keeps nothing, as in some
 * private windows, a drawer holds until the page is closed, and whoever writes there is told so.
 */

export type Opened<Value> =
  | { state: 'open'; value: Value | undefined }
  | { state: 'unreadable'; because: 'not-ours' | 'newer' }
  | { state: 'locked' };

/**
 * `ask`: nobody has said yet whether this device may keep things. `not-here`: somebody said no. `refused`: the
 * browser keeps nothing. `newer`: a newer version of this site wrote there, which stays. But for `kept`, the
 * value holds until the page is closed.
 */
export type KeptHow = 'kept' | 'ask' | 'not-here' | 'refused' | 'newer' | 'locked';

type Name = Pick<Drawer<unknown>, 'name'>;

interface Held {
  value: unknown;
  keep: () => Promise<KeptHow>;
}

/** What is written and not kept, of this page. */
const held = new Map<string, Held>();
/** Writes of one page end in the order of the calls. */
let writing: Promise<unknown> = Promise.resolve();
const onThisPage = new EventTarget();

/** What is in a drawer. An unreadable one is left as it is: it may be of a newer version of this site. */
export async function open<Value>(drawer: Drawer<Value>): Promise<Opened<Value>> {
  await moveCard();
  const records = await look().catch(() => undefined);
  const opened = records && (await openRecord(records, drawer.name));
  if (opened?.state === 'locked') return opened;
  const holding = held.get(drawer.name);
  // of this drawer, so of its shape
  if (holding) return { state: 'open', value: holding.value as Value };
  if (!opened) return { state: 'open', value: undefined };
  const read = readKept(drawer, opened.kept);
  return 'value' in read
    ? { state: 'open', value: read.value }
    : { state: 'unreadable', because: read.trouble };
}

/** Whether what is kept here is behind a passphrase, open in this tab or not. */
export const underLock = async (): Promise<boolean> =>
  (await look().catch(() => undefined))?.has('/lock') === true;

/** Puts a value in its drawer. Other tabs hear of it, and other listeners of this page but the writer's. */
export async function keep<Value>(
  drawer: Drawer<Value>,
  value: Value,
  writer?: AbortSignal,
): Promise<KeptHow> {
  const kept: Kept = { version: drawer.version, changed: new Date().toISOString(), value };
  const written = writing.then(() => write(drawer, kept));
  writing = written.catch(() => undefined);
  const how = await written;
  if (how === 'kept') {
    held.delete(drawer.name);
    tellOtherTabs({ changed: drawer.name });
  } else held.set(drawer.name, { value, keep: () => keep(drawer, value, writer) });
  onThisPage.dispatchEvent(new CustomEvent('changed', { detail: { name: drawer.name, writer } }));
  return how;
}

/** Keeps what this page holds: once it was allowed, or once the lock is open. */
export async function keepHeld(): Promise<void> {
  for (const { keep: keepIt } of [...held.values()]) await keepIt();
}

export const forgetHeld = (): void => held.clear();

/** Empties a drawer. Where nothing is kept there is nothing to empty. */
export async function erase({ name }: Name): Promise<void> {
  held.delete(name);
  // looking first, because a change would make the database
  if ((await look().catch(() => undefined))?.has(name)) await change(() => new Map([[name, undefined]]));
  tellOtherTabs({ changed: name });
}

/** Calls back when something other than the owner of the signal changed the drawer, until the signal ends. */
export function onChangeElsewhere({ name }: Name, listener: () => void, signal: AbortSignal): void {
  onNews((news) => {
    if ('erased' in news) held.clear();
    if (!('changed' in news) || news.changed === name) listener();
  }, signal);
  onThisPage.addEventListener(
    'changed',
    (event) => {
      const { detail } = event as CustomEvent<{ name: string; writer?: AbortSignal }>;
      if (detail.name === name && detail.writer !== signal) listener();
    },
    { signal },
  );
}

async function write<Value>(drawer: Drawer<Value>, kept: Kept): Promise<KeptHow> {
  const may = await mayKeep();
  if (may !== 'yes') return may === 'no' ? 'not-here' : may;
  for (;;) {
    const before: Records = (await look().catch(() => undefined)) ?? new Map();
    const there = await openRecord(before, drawer.name);
    if (there?.state === 'locked') return 'locked';
    const read = there ? readKept(drawer, there.kept) : undefined;
    if (read && 'trouble' in read && read.trouble === 'newer') return 'newer';
    const changes = new Map<string, unknown>([[drawer.name, await toRecord(before, drawer.name, kept)]]);
    if (read && 'trouble' in read) changes.set(asideName(drawer.name), before.get(drawer.name));
    try {
      if (await change((now) => (whileAsBefore(before, now, drawer.name) ? changes : undefined)))
        return 'kept';
    } catch {
      return 'refused';
    }
  }
}
