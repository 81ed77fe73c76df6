import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { object, string } from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Drawer } from '#platform/kept/drawer.ts';

/** Every test is a fresh device; `reload` is a fresh page on it. */

interface Note {
  words: string;
}
const note: Drawer<Note> = {
  name: 'note',
  title: 'Note',
  page: '/tools/note/',
  version: 1,
  shape: object({ words: string() }),
  inWords: ({ words }) => [words],
};
const newer: Drawer<{ lines: string }> = {
  name: 'note',
  title: 'Note',
  page: '/tools/note/',
  version: 2,
  shape: object({ lines: string() }),
  inWords: ({ lines }) => [lines],
  upgrade: (value) => ({ lines: (value as Note).words }),
};

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
};

async function reload() {
  vi.resetModules();
  const [keeping, may, storage] = await Promise.all([
    import('#platform/kept/keeping.ts'),
    import('#platform/kept/may-keep.ts'),
    import('#platform/kept/browser-storage.ts'),
  ]);
  return { ...keeping, ...may, ...storage };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('sessionStorage', memory());
});
afterEach(() => vi.unstubAllGlobals());

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

test('looking makes nothing, and nothing is written before somebody answered', async () => {
  const { open, keep } = await reload();
  expect(await open(note)).toEqual({ state: 'open', value: undefined });
  expect(await keep(note, { words: 'Sam' })).toBe('ask');
  expect(await databases()).toEqual([]);
  expect(await open(note), 'it holds in the page').toEqual({ state: 'open', value: { words: 'Sam' } });
  const later = await reload();
  expect(await later.open(note)).toEqual({ state: 'open', value: undefined });
});

test('after a yes, what was written meanwhile is kept, and nobody is asked again', async () => {
  const { keep, keepHere, keepHeld } = await reload();
  await keep(note, { words: 'Sam' });
  expect(await keepHere()).toBe(true);
  await keepHeld();
  const later = await reload();
  expect(await later.open(note)).toEqual({ state: 'open', value: { words: 'Sam' } });
  expect(await later.keep(note, { words: 'Sam and Kim' })).toBe('kept');
});

test('after a no, nothing is written in this tab, and what was there stays', async () => {
  const first = await reload();
  await first.keepHere();
  await first.keep(note, { words: 'before' });
  first.keepNothing();
  expect(await first.keep(note, { words: 'after' })).toBe('not-here');
  const later = await reload();
  expect(await later.keep(note, { words: 'after' }), 'the next page of the tab').toBe('not-here');
  const another = await reload();
  sessionStorage.clear();
  expect(await another.open(note)).toEqual({ state: 'open', value: { words: 'before' } });
});

test('a browser that keeps nothing is not asked about, and says so', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('refused', 'InvalidStateError');
    },
  });
  const { keep, open } = await reload();
  expect(await keep(note, { words: 'Sam' })).toBe('refused');
  expect(await open(note)).toEqual({ state: 'open', value: { words: 'Sam' } });
});

test('writes of one drawer end in the order of the calls', async () => {
  const { keep, keepHere, open } = await reload();
  await keepHere();
  await Promise.all(['a', 'ab', 'abc'].map((words) => keep(note, { words })));
  expect(await open(note)).toEqual({ state: 'open', value: { words: 'abc' } });
});

test('an older drawer is read through its upgrades, and written in the shape of today', async () => {
  const { keep, keepHere, open } = await reload();
  await keepHere();
  await keep(note, { words: 'Sam' });
  expect(await open(newer)).toEqual({ state: 'open', value: { lines: 'Sam' } });
  await keep(newer, { lines: 'Kim' });
  expect(await open(newer)).toEqual({ state: 'open', value: { lines: 'Kim' } });
});

test('what a newer version wrote is not written over', async () => {
  const { keep, keepHere, open } = await reload();
  await keepHere();
  await keep(newer, { lines: 'newer' });
  expect(await open(note)).toEqual({ state: 'unreadable', because: 'newer' });
  expect(await keep(note, { words: 'older' })).toBe('newer');
  const later = await reload();
  expect(await later.open(newer)).toMatchObject({ value: { lines: 'newer' } });
});

test('what cannot be read is put aside when something new is written', async () => {
  const { keep, keepHere, open, change, look } = await reload();
  await keepHere();
  await change(() => new Map([['note', { version: 1, changed: 'once', value: 5 }]]));
  expect(await open(note)).toEqual({ state: 'unreadable', because: 'not-ours' });
  expect(await keep(note, { words: 'new' })).toBe('kept');
  const records = [...((await look()) ?? [])];
  expect(records.find(([name]) => name.startsWith('/aside/note/'))?.[1]).toMatchObject({ value: 5 });
});

test('another tab hears what changed, and the tab that wrote does not', async () => {
  const here = await reload();
  const elsewhere = await reload();
  const ended = new AbortController();
  const writer = new AbortController();
  const heard: string[] = [];
  here.onChangeElsewhere(note, () => heard.push('writer'), writer.signal);
  here.onChangeElsewhere(note, () => heard.push('same page'), ended.signal);
  const told = new Promise<void>((resolve) => {
    elsewhere.onChangeElsewhere(note, resolve, ended.signal);
  });
  await here.keepHere();
  await here.keep(note, { words: 'Sam' }, writer.signal);
  await told;
  expect(heard).toEqual(['same page']);
  expect(await elsewhere.open(note)).toMatchObject({ value: { words: 'Sam' } });
});

test('erasing empties a drawer, and makes no database to do so', async () => {
  const { erase, keep, keepHere, open } = await reload();
  await erase(note);
  expect(await databases()).toEqual([]);
  await keepHere();
  await keep(note, { words: 'Sam' });
  await erase(note);
  expect(await open(note)).toEqual({ state: 'open', value: undefined });
});

test('a coping card kept the old way moves over once', async () => {
  localStorage.setItem('card', JSON.stringify({ words: 'Sam’s breakfast' }));
  const card = { ...note, name: 'card' };
  const { open } = await reload();
  expect(await open(card)).toEqual({ state: 'open', value: { words: 'Sam’s breakfast' } });
  expect(localStorage.getItem('card')).toBeNull();
  const later = await reload();
  expect(await later.open(card)).toMatchObject({ value: { words: 'Sam’s breakfast' } });
});

test('an old card that is no text of ours stays where it is', async () => {
  localStorage.setItem('card', '{');
  const { open } = await reload();
  expect(await open({ ...note, name: 'card' })).toEqual({ state: 'open', value: undefined });
  expect(localStorage.getItem('card')).toBe('{');
});

test('deleting everything leaves no database, also while another tab has it open', async () => {
  const here = await reload();
  const elsewhere = await reload();
  await here.keepHere();
  await here.keep(note, { words: 'Sam' });
  await elsewhere.open(note);
  await here.destroy();
  expect(await databases()).toEqual([]);
  expect(await elsewhere.open(note)).toEqual({ state: 'open', value: undefined });
  expect(await databases()).toEqual([]);
});
