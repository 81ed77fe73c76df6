import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicDatabase, type OnwardDatabase } from '#platform/database.ts';
import type { Draft } from '#resources/draft.ts';
import { resourceOnDesk, type KeptResource } from '#resources/desk/kept-resource.ts';
import { autosave } from '#resources/write/autosave.ts';
import { beginResource, pairedWith } from '#resources/write/begin.ts';
import { otherLanguage } from '#resources/staff-words.ts';
import { fixedOf } from '#resources/write/page-form.ts';
import { saveWords } from '#resources/write/save-words.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Keeping what somebody writes: as themselves, never over a colleague, and nothing twice. */

let stack: TestStack;
let editor: OnwardDatabase;
let coordinator: OnwardDatabase;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  editor = await staffClient(stack, 'editor');
  coordinator = await staffClient(stack, 'coordinator');
});
afterAll(() => stack.close());

const today = '2026-11-30';
const now = '2026-11-30T10:00:00Z';
async function begun(language: 'en' | 'es' = 'en'): Promise<KeptResource> {
  const id = randomUUID();
  expect(await beginResource(editor, { id, kind: 'guide', language }, null, today)).toEqual({ id });
  return present(id);
}
async function present(id: string): Promise<KeptResource> {
  const kept = await resourceOnDesk(coordinator, id);
  if (!kept) throw new Error('It is gone');
  return kept;
}
const changed = (kept: KeptResource, changes: Partial<Draft>): Draft => ({ ...kept.words, ...changes });
const versions = async (id: string) =>
  (
    await coordinator
      .from('resource_versions')
      .select('what, content, staff_name')
      .eq('resource_id', id)
      .order('number')
  ).data ?? [];
const titles = async (id: string) =>
  (await versions(id)).map(({ content, staff_name }) => [(content as { title: string }).title, staff_name]);

describe('Beginning', () => {
  test('twice with the same form is one resource', async () => {
    const id = randomUUID();
    const begin = { id, kind: 'worksheet', language: 'es' } as const;
    await beginResource(editor, begin, null, today);
    expect(await beginResource(editor, begin, null, today)).toEqual({ id });
    expect((await present(id)).words).toMatchObject({
      kind: 'worksheet',
      language: 'es',
      reviewBy: '2027-11-30',
    });
    expect(await versions(id)).toHaveLength(1);
  });

  test('in the other language joins the two, once', async () => {
    const first = await begun();
    const twin = { id: randomUUID(), kind: 'guide', language: 'en' } as const;
    expect(await pairedWith(editor, first)).toBeNull();
    await beginResource(editor, twin, first, today);
    const [one, other] = [await present(first.id), await present(twin.id)];
    expect(other.words.language).toBe(otherLanguage(one.words.language));
    expect(await pairedWith(editor, one)).toBe(other.id);
    expect(await pairedWith(editor, other)).toBe(one.id);
    expect(await beginResource(editor, { ...twin, id: randomUUID() }, one, today)).toBe('paired');
    // two texts of a pair in one language could not be
    expect([fixedOf(one).language, fixedOf(other).language]).toEqual(['en', 'es']);
  });
});

describe('Saving', () => {
  test('by itself replaces the draft and makes no version; by a press it makes one', async () => {
    const kept = await begun();
    const first = await autosave(editor, kept, { words: changed(kept, { title: 'One' }), version: 1 }, now);
    expect(first).toEqual({ outcome: 'saved', version: 2, at: now });
    expect(await versions(kept.id)).toHaveLength(1);
    const saved = await saveWords(editor, kept, changed(kept, { title: 'Two' }), { version: 2, keep: true });
    expect(saved).toEqual({ outcome: 'saved', version: 3 });
    expect(await titles(kept.id)).toEqual([
      ['', 'Editor'],
      ['Two', 'Editor'],
    ]);
  });

  test('the same twice, or again after a lost answer, is saved and no conflict', async () => {
    const kept = await begun();
    const words = changed(kept, { title: 'Once' });
    for (let times = 0; times < 2; times++) {
      expect(await autosave(editor, kept, { words, version: 1 }, now)).toMatchObject({
        outcome: 'saved',
        version: 2,
      });
    }
    expect(await saveWords(editor, kept, words, { version: 1, keep: true })).toMatchObject({
      outcome: 'saved',
    });
    expect((await titles(kept.id)).at(-1)).toEqual(['Once', 'Editor']);
  });

  test('never over a colleague: it says who, and what they only typed can be gone back to', async () => {
    const kept = await begun();
    await autosave(coordinator, kept, { words: changed(kept, { title: 'Theirs' }), version: 1 }, now);
    const mine = changed(kept, { title: 'Mine' });
    const faster = await autosave(editor, kept, { words: mine, version: 1 }, now);
    expect(faster).toMatchObject({ outcome: 'changed-meanwhile', version: 2 });
    expect(faster.words).toContain('Coordinator changed this');
    expect((await present(kept.id)).words.title).toBe('Theirs');

    const over = await saveWords(editor, kept, mine, { version: 2, keep: true });
    expect(over).toMatchObject({ outcome: 'saved' });
    expect(await titles(kept.id)).toEqual([
      ['', 'Editor'],
      ['Theirs', 'Coordinator'],
      ['Mine', 'Editor'],
    ]);
  });

  test('of two who save at once one is told', async () => {
    const kept = await begun();
    const both = await Promise.all([
      saveWords(editor, kept, changed(kept, { title: 'A' }), { version: 1, keep: true }),
      saveWords(coordinator, kept, changed(kept, { title: 'B' }), { version: 1, keep: true }),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed-meanwhile', 'saved']);
  });

  test('what is published as it is makes no draft of it', async () => {
    const { data } = await coordinator.from('resources').select('id').eq('slug', 'back-to-work').single();
    const kept = await present(data?.id ?? '');
    const saved = await saveWords(editor, kept, kept.words, { version: kept.version, keep: true });
    expect(saved).toEqual({ outcome: 'saved', version: kept.version });
    expect((await present(kept.id)).draft).toBeNull();
    expect(fixedOf(kept).language).toBe('en');
  });

  test('is refused to who is not on the staff', async () => {
    const kept = await begun();
    const nobody = saveWords(publicDatabase(), kept, kept.words, { version: 1, keep: false });
    await expect(nobody).rejects.toThrow(/42501|401|PGRST/);
  });

  test('into an archived or a deleted one says so', async () => {
    const kept = await begun();
    const gone = { ...kept, id: randomUUID() };
    const answer = await autosave(editor, gone, { words: changed(kept, { title: 'x' }), version: 1 }, now);
    expect(answer).toMatchObject({
      outcome: 'unknown',
      words: expect.stringContaining('archived or deleted'),
    });
  });
});
