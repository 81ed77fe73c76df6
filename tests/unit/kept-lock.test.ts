import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { object, string } from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Drawer } from '#platform/kept/drawer.ts';
import { iterationsNow, keyOf, seal, unseal } from '#platform/kept/sealed-drawer.ts';

/** A lock keeps out who does not know the passphrase, and notices what was changed behind its back. */

interface Note {
  words: string;
}
const drawerCalled = (name: string): Drawer<Note> => ({
  ...{ name, title: name, page: '/tools/', version: 1 },
  shape: object({ words: string() }),
  inWords: ({ words }) => [words],
});
const note = drawerCalled('note');
const plan = drawerCalled('plan');

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
};

/** Few, so that a test does not take the second that it is to take. */
const few = 1000;
const passphrase = 'four lamps in a window';
const secret = 'Sam’s breakfast';

async function reload() {
  vi.resetModules();
  const [keeping, may, storage, everything, lock] = await Promise.all([
    import('#platform/kept/keeping.ts'),
    import('#platform/kept/may-keep.ts'),
    import('#platform/kept/browser-storage.ts'),
    import('#platform/kept/everything.ts'),
    import('#platform/kept/lock.ts'),
  ]);
  return { ...keeping, ...may, ...storage, ...everything, ...lock };
}

type Page = Awaited<ReturnType<typeof reload>>;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('sessionStorage', memory());
});
afterEach(() => vi.unstubAllGlobals());

async function locked(): Promise<Page> {
  const page = await reload();
  await page.keepHere();
  await page.keep(note, { words: secret });
  await page.keep(plan, { words: 'Call Kim' });
  await page.setLock(passphrase, few);
  return page;
}

/** Every byte that lies in storage, as text. */
async function inStorage({ look }: Page): Promise<string> {
  const parts: string[] = [];
  const read = (part: unknown): void => {
    if (part instanceof Uint8Array)
      parts.push(new TextDecoder('latin1').decode(part), new TextDecoder().decode(part));
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(read);
    else parts.push(String(part));
  };
  for (const [, record] of (await look()) ?? []) read(record);
  return parts.join('\n');
}

async function unlocked(page: Page, with_ = passphrase): Promise<boolean> {
  const lock = page.lockIn((await page.look()) ?? new Map());
  return lock !== undefined && page.unlock(lock, with_);
}

/** The next tab: what was in this one's sessionStorage is not there. */
async function anotherTab(): Promise<Page> {
  vi.stubGlobal('sessionStorage', memory());
  return reload();
}

test('the count is what OWASP asks for', () => {
  expect(iterationsNow).toBeGreaterThanOrEqual(600_000);
});

test('what is sealed holds none of the words, and the negative control does', async () => {
  const page = await reload();
  await page.keepHere();
  await page.keep(note, { words: secret });
  expect(await inStorage(page)).toContain(secret);
  await page.setLock(passphrase, few);
  const stored = await inStorage(page);
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain('breakfast');
  expect(stored).not.toContain(passphrase);
  await page.keep(plan, { words: 'Call Kim' });
  expect(await inStorage(page)).not.toContain('Kim');
});

test('in the tab that set it the tools go on, and in the next tab they are locked', async () => {
  const page = await locked();
  expect(await page.open(note)).toEqual({ state: 'open', value: { words: secret } });
  expect(await (await reload()).open(note), 'the next page').toMatchObject({ value: { words: secret } });
  const other = await anotherTab();
  expect(await other.open(note)).toEqual({ state: 'locked' });
  expect(await other.everything()).toMatchObject({ state: 'locked', drawers: new Map() });
  expect(await unlocked(other)).toBe(true);
  expect(await other.open(note)).toEqual({ state: 'open', value: { words: secret } });
});

test('a wrong passphrase opens nothing', async () => {
  await locked();
  const other = await anotherTab();
  for (const wrong of ['', 'Four lamps in a window', `${passphrase} `]) {
    expect(await unlocked(other, wrong)).toBe(false);
  }
  expect(await other.open(note)).toEqual({ state: 'locked' });
});

test('the same passphrase from another keyboard is the same', async () => {
  const page = await reload();
  await page.keepHere();
  await page.setLock('caf\u00e9 lamps', few);
  const other = await anotherTab();
  expect(await unlocked(other, 'cafe\u0301 lamps')).toBe(true);
});

test('what is written while the lock is closed waits, and is sealed once it is open', async () => {
  await locked();
  const other = await anotherTab();
  expect(await other.keep(note, { words: 'later' })).toBe('locked');
  await unlocked(other);
  await other.keepHeld();
  expect(await inStorage(other)).not.toContain('later');
  expect(await (await reload()).open(note)).toMatchObject({ value: { words: 'later' } });
});

test('locked again by the button, and after half an hour unused', async () => {
  const page = await locked();
  page.lockAgain();
  expect(await page.open(note)).toEqual({ state: 'locked' });
  await unlocked(page);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 29 * 60_000 });
  expect(await page.open(note)).toMatchObject({ state: 'open' });
  vi.setSystemTime(Date.now() + 31 * 60_000);
  expect(await page.open(note)).toEqual({ state: 'locked' });
  vi.useRealTimers();
});

test('every write has an IV of its own', async () => {
  const page = await locked();
  const iv = async () => {
    const record = (await page.look())?.get('note') as { sealed: { iv: Uint8Array } };
    return [...record.sealed.iv].join();
  };
  const seen = new Set<string>();
  for (let times = 0; times < 5; times++) {
    await page.keep(note, { words: secret });
    seen.add(await iv());
  }
  expect(seen.size).toBe(5);
});

test('two drawers that were swapped are refused, and kept aside when something new is written', async () => {
  const page = await locked();
  await page.change(
    (now) =>
      new Map([
        ['note', now.get('plan')],
        ['plan', now.get('note')],
      ]),
  );
  expect(await page.open(note)).toEqual({ state: 'unreadable', because: 'not-ours' });
  expect(await page.keep(note, { words: 'new' })).toBe('kept');
  expect([...((await page.look())?.keys() ?? [])].some((name) => name.startsWith('/aside/note/'))).toBe(true);
});

test('one changed byte, another version or another time is noticed; untouched it opens', async () => {
  const key = await keyOf(passphrase, crypto.getRandomValues(new Uint8Array(16)), few);
  const sealed = await seal(key, 'note', { version: 1, changed: '2026-11-22T20:00:00Z', value: secret });
  expect(await unseal(key, 'note', sealed)).toMatchObject({ value: secret });
  const { iv, bytes } = sealed.sealed;
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(await unseal(key, 'note', { ...sealed, sealed: { iv, bytes: changed } })).toBeUndefined();
  }
  expect(await unseal(key, 'note', { ...sealed, version: 2 })).toBeUndefined();
  expect(await unseal(key, 'note', { ...sealed, changed: '2026-11-23T20:00:00Z' })).toBeUndefined();
});

test('another passphrase takes the place of the first', async () => {
  const page = await locked();
  await page.setLock('another one entirely', few);
  const other = await anotherTab();
  expect(await unlocked(other)).toBe(false);
  expect(await unlocked(other, 'another one entirely')).toBe(true);
  expect(await other.open(plan)).toMatchObject({ value: { words: 'Call Kim' } });
});

test('taken off, everything lies open again', async () => {
  const page = await locked();
  await page.setLock(undefined);
  expect(await page.underLock()).toBe(false);
  const other = await anotherTab();
  expect(await other.open(note)).toEqual({ state: 'open', value: { words: secret } });
  expect(await inStorage(other)).toContain(secret);
});

test('the lock is not changed by a tab in which it is closed', async () => {
  await locked();
  const other = await anotherTab();
  await expect(other.setLock(undefined)).rejects.toThrow('must be open');
  await expect(other.setLock('mine from now on', few)).rejects.toThrow('must be open');
});

test('a forgotten passphrase means erasing, which works behind the lock', async () => {
  await locked();
  const other = await anotherTab();
  await other.eraseEverything();
  expect(await indexedDB.databases()).toEqual([]);
  expect(await other.open(note)).toEqual({ state: 'open', value: undefined });
});
