import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#platform/clock.ts';
import { serviceDatabase } from '#platform/database.ts';
import { asJson, atTheDesk, endPreviews } from '#resources/desk/outcome.ts';
import { bulk, undo, wayBack } from '#resources/desk/bulk.ts';
import { deskRows, publishedTitles } from '#resources/desk/desk-row.ts';
import { resourceOnDesk } from '#resources/desk/kept-resource.ts';
import { openPreview, previewLink } from '#resources/desk/preview-link.ts';
import { act } from '#resources/desk/publish.ts';
import { versionsOf, wordsOfVersions } from '#resources/desk/versions.ts';
import type { Draft } from '#resources/draft.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What the pages of the desk ask the database for, through its REST interface. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

const words = (title: string, more: Partial<Draft> = {}): Draft => ({
  ...{ title, summary: 'In a sentence.', body: 'What there is to say.', kind: 'guide', topics: ['housing'] },
  ...{ audience: 'everyone', language: 'en', services: [], links: [], reviewBy: null },
  ...more,
});

async function begin(title: string, more: Partial<Draft> = {}): Promise<string> {
  const id = randomUUID();
  await atTheDesk(serviceDatabase(), 'create_resource', { p_id: id, p_draft: asJson(words(title, more)) });
  return id;
}
async function kept(id: string) {
  const resource = await resourceOnDesk(serviceDatabase(), id);
  if (!resource) throw new Error('It is not there');
  return resource;
}
const publish = async (id: string) =>
  act(serviceDatabase(), await kept(id), {
    ...{ do: 'publish', at: null, expiresAt: null, asIs: false },
    version: (await kept(id)).version,
  });

const zone = 'America/Denver';
const tokenOf = (address: string) => new URL(address).pathname.split('/').at(-2) ?? '';

test('a draft goes out under a name of its title that is free, without the empty lines of its lists', async () => {
  const more = { links: [{ label: ' ', url: '' }], title: ' Rent help ' };
  const [first, second] = [await begin('', more), await begin('Rent help')];
  expect(await publish(first)).toMatchObject({ outcome: 'published', slug: 'rent-help' });
  expect(await publish(second)).toMatchObject({ outcome: 'published', slug: 'rent-help-2' });
  expect((await kept(first)).published).toMatchObject({ title: 'Rent help', links: [] });
  expect((await publishedTitles(serviceDatabase())).map(({ slug }) => slug).sort()).toEqual([
    'rent-help',
    'rent-help-2',
  ]);
  // the address stays with it, whatever it is called later
  await atTheDesk(serviceDatabase(), 'save_resource', {
    p_resource: first,
    p_draft: asJson(words('Help with the rent')),
    p_version: (await kept(first)).version,
  });
  expect(await publish(first)).toMatchObject({ outcome: 'published', slug: 'rent-help' });
  const versions = await versionsOf(serviceDatabase(), first);
  expect(versions.map(({ what }) => what)).toEqual(['published', 'saved', 'published', 'saved']);
  const [latest, oldest] = [versions[0]?.number ?? 0, versions.at(-1)?.number ?? 0];
  const both = await wordsOfVersions(serviceDatabase(), first, [latest, oldest]);
  expect([both.get(oldest)?.title, both.get(latest)?.title]).toEqual([' Rent help ', 'Help with the rent']);
});

test('what somebody saw is what is published: a version that is not there any more goes nowhere', async () => {
  const id = await begin('Two at once');
  const seen = await kept(id);
  await atTheDesk(serviceDatabase(), 'save_resource', {
    p_resource: id,
    p_draft: asJson(words('Other words')),
    p_version: 1,
  });
  const action = { do: 'publish', at: null, expiresAt: null, asIs: false, version: seen.version } as const;
  expect(await act(serviceDatabase(), seen, action)).toMatchObject({ outcome: 'changed-meanwhile' });
  expect(await act(serviceDatabase(), await kept(id), action)).toMatchObject({
    outcome: 'changed-meanwhile',
  });
  expect((await kept(id)).status).toBe('draft');
});

test('a link shows the draft for seven days, until all are ended, and then what is published', async () => {
  const id = await begin('Shown around');
  const clock = () => instant('2026-11-22T15:00:00Z');
  const link = previewLink(await kept(id), zone, clock);
  expect(link.until).toBe('2026-11-29');
  expect(previewLink(await kept(id), zone, () => instant('2026-11-22T20:00:00Z'))).toEqual(link);
  const token = tokenOf(link.address);
  expect(token).not.toContain(id);
  expect(await openPreview(token, clock)).toMatchObject({ draft: { title: 'Shown around' } });
  expect(await openPreview(token, () => instant('2026-11-30T06:59:00Z'))).not.toBeNull();
  expect(await openPreview(token, () => instant('2026-11-30T07:00:00Z'))).toBeNull();
  for (const wrong of ['', 'nonsense', token.slice(1), `${token.slice(0, -4)}AAAA`])
    expect(await openPreview(wrong, clock)).toBeNull();

  await endPreviews(serviceDatabase(), id);
  expect(await openPreview(token, clock)).toBeNull();
  const newer = tokenOf(previewLink(await kept(id), zone, clock).address);
  expect(await openPreview(newer, clock)).toMatchObject({ draft: { title: 'Shown around' } });
  await publish(id);
  expect(await openPreview(newer, clock)).toEqual({ draft: null, slug: 'shown-around' });
  await atTheDesk(serviceDatabase(), 'archive_resource', {
    p_resource: id,
    p_version: (await kept(id)).version,
  });
  expect(await openPreview(newer, clock)).toBeNull();
});

test('the list reads 2,000 resources without their texts, and several are changed and changed back', async () => {
  await stack.database.execute(`
    insert into public.resources (slug, title, summary, body, topics, status, published_at)
    select 'many-' || n, 'Many ' || n, 'S.', repeat('Long. ', 2000), '{work}', 'published', now()
    from generate_series(1, 2000) n`);
  const started = performance.now();
  const all = await deskRows(serviceDatabase());
  const milliseconds = performance.now() - started;
  expect(all.filter(({ title }) => title.startsWith('Many '))).toHaveLength(2000);
  expect(JSON.stringify(all)).not.toContain('Long.');
  expect(milliseconds).toBeLessThan(5000);

  const seen = all.filter(({ title }) => title.startsWith('Many ')).slice(0, 50);
  const answer = await bulk(serviceDatabase(), { seen, action: { do: 'archive' } });
  expect(answer.done).toHaveLength(50);
  expect((await kept(seen[0]?.id ?? '')).status).toBe('archived');
  expect((await undo(serviceDatabase(), wayBack(answer))).done).toHaveLength(50);
  expect((await kept(seen[0]?.id ?? '')).status).toBe('published');
});
