import type { Context } from '@netlify/functions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findQuery, findResources } from '#resources/find.ts';
import type { ResourcesNow } from '#resources/live-list.ts';
import { publishedArticle, readPublished, whereNow } from '#resources/published.ts';
import resources from '../../netlify/functions/resources.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(() => stack.close());

const sql = (text: string) => stack.database.query(text);

/** Puts one on the site as the database keeps it; `more` in SQL. */
async function post(slug: string, more: Record<string, string> = {}) {
  const columns = {
    ...{ slug: `'${slug}'`, title: `'${slug}'`, summary: `'Come in.'`, body: `'Come in.'` },
    ...{ topics: `'{work}'`, status: `'published'`, published_at: 'now()', ...more },
  };
  await sql(
    `insert into public.resources (${Object.keys(columns).join()}) values (${Object.values(columns).join()})`,
  );
}

const ask = (headers: Record<string, string> = {}) =>
  resources(new Request('http://localhost:4321/api/resources', { headers }), { ip: '192.0.2.1' } as Context);
const now = async () => (await (await ask()).json()) as ResourcesNow;

describe('GET /api/resources', () => {
  test('names all that is published, and says what a list shows of what is new', async () => {
    await post('posted-now', { title: `'Posted now'`, audience: `'families'`, kind: `'announcement'` });
    const { all, fresh } = await now();
    expect(all).toContain('back-to-work');
    expect(fresh.find(({ slug }) => slug === 'posted-now')).toEqual({
      ...{ slug: 'posted-now', title: 'Posted now', summary: 'Come in.', kind: 'announcement' },
      ...{ topics: ['work'], audience: 'families', language: 'en' },
      updatedAt: expect.stringMatching(/Z$/) as string,
    });
  });

  test('knows nothing of drafts, of what was archived and of what is over', async () => {
    await post('taken-down', { status: `'archived'` });
    await post('is-over', { expires_at: `now() - interval '1 minute'` });
    await sql(`insert into public.resources (draft) values ('{"title": "Only begun"}')`);
    const { all, fresh } = await now();
    expect(all.filter((slug) => ['taken-down', 'is-over'].includes(slug))).toEqual([]);
    expect(JSON.stringify(fresh)).not.toContain('Only begun');
  });

  test('calls old what nobody touched for a week', async () => {
    await post('an-older-one', { updated_at: `now() - interval '8 days'` });
    const { all, fresh } = await now();
    expect(all).toContain('an-older-one');
    expect(fresh.map(({ slug }) => slug)).not.toContain('an-older-one');
  });

  test('is not asked twice for the same, and no CDN keeps it for longer than half a minute', async () => {
    const first = await ask();
    const again = await ask({ 'if-none-match': `W/${first.headers.get('etag') ?? ''}` });
    expect([first.status, again.status]).toEqual([200, 304]);
    expect(first.headers.get('netlify-cache-tag')).toBe('resources');
    const kept = [
      ...(first.headers.get('netlify-cdn-cache-control') ?? '').matchAll(/(?:age|revalidate)=(\d+)/g),
    ];
    expect(kept.reduce((total, [, seconds]) => total + Number(seconds), 0)).toBeLessThanOrEqual(30);
    await post('one-more');
    const changed = await ask({ 'if-none-match': first.headers.get('etag') ?? '' });
    expect(changed.status).toBe(200);
  });

  test('goes on when one row cannot be read', async () => {
    await post('unreadable', { title: `'   '` });
    const { fresh } = await now();
    expect(fresh.map(({ slug }) => slug)).toContain('posted-now');
    expect(fresh.map(({ slug }) => slug)).not.toContain('unreadable');
  });
});

describe('what is published', () => {
  test('is read to the last row, however many there are', async () => {
    await sql(`insert into public.resources (slug, title, summary, body, topics, status, published_at, updated_at)
      select 'many-' || n, 'One of many', 'Come in.', 'Come in.', '{work}', 'published', now(), now() - interval '20 days'
      from generate_series(1, 1100) n`);
    const read = (await readPublished()) as { slug: string }[];
    expect(new Set(read.map(({ slug }) => slug)).size).toBe(read.length);
    expect(read.length).toBeGreaterThan(1100);
    expect((await now()).all.length).toBe(read.length);
    await sql(`delete from public.resources where slug like 'many-%'`);
  });

  test('opens by its name with its text made safe, and leads to the other language', async () => {
    const article = await publishedArticle('food-without-papers');
    expect(article?.other).toEqual({ slug: 'comida-sin-papeles', language: 'es' });
    expect(article?.resource.services).toHaveLength(3);
    await post('with-a-script', { body: `'Hello<script>alert(1)</script>'` });
    expect((await publishedArticle('with-a-script'))?.html).toBe('<p>Hello</p>');
  });

  test.each(['nothing-here', '../etc/passwd', 'UPPER', '', "x' or true --"])(
    'is not there as %j',
    async (slug) => {
      expect(await publishedArticle(slug)).toBeNull();
      expect(await whereNow(slug)).toBeUndefined();
    },
  );
});

describe('an address that was on the site once', () => {
  test('leads to what took its place, also when that was itself replaced', async () => {
    await post('third');
    await post('second', { status: `'archived'`, replaced_by: `'third'` });
    await post('first', { status: `'archived'`, replaced_by: `'second'` });
    expect(await whereNow('second')).toBe('third');
    expect(await whereNow('first')).toBe('third');
  });

  test('is gone when nothing did, and when the way leads in a circle', async () => {
    await post('gone-for-good', { status: `'archived'` });
    expect(await whereNow('gone-for-good')).toBeNull();
    await post('round');
    await post('about', { status: `'archived'`, replaced_by: `'round'` });
    await sql(`update public.resources set status = 'archived', replaced_by = 'about' where slug = 'round'`);
    expect(await whereNow('round')).toBeNull();
  });

  test('is there again when it is published again', async () => {
    await sql(`update public.resources set status = 'published' where slug = 'gone-for-good'`);
    expect(await whereNow('gone-for-good')).toBeUndefined();
    expect((await publishedArticle('gone-for-good'))?.slug).toBe('gone-for-good');
  });
});

describe('looking for resources', () => {
  const found = async (query: Record<string, string>) => {
    const { entries, count } = await findResources(findQuery.parse(query));
    return { slugs: entries.map(({ slug }) => slug), count };
  };

  test('finds by other forms of a word, the title before the text', async () => {
    await post('a-lamp', { title: `'A lamp for your window'` });
    await post('a-room', { body: `'There are lamps and windows in each room.'` });
    expect((await found({ q: 'window lamps' })).slugs).toEqual(['a-lamp', 'a-room']);
  });

  test('finds a place by its name, and Spanish without its accents', async () => {
    expect((await found({ q: 'Blue Door Market' })).slugs.sort()).toEqual([
      'comida-sin-papeles',
      'food-without-papers',
    ]);
    expect((await found({ q: 'identificacion' })).slugs).toEqual(['comida-sin-papeles']);
  });

  test('finds a post the moment it is published, and not the moment before or after it was', async () => {
    await sql(
      `insert into public.resources (slug, draft) values ('quiet-hour', '{"title": "A zephyr of quiet"}')`,
    );
    expect((await found({ q: 'zephyr' })).count).toBe(0);
    await post('loud-hour', { title: `'A zephyr'` });
    expect((await found({ q: 'zephyr' })).slugs).toEqual(['loud-hour']);
    await sql(`update public.resources set status = 'archived' where slug = 'loud-hour'`);
    expect((await found({ q: 'zephyr' })).count).toBe(0);
  });

  test('narrows by topic, audience, language and kind', async () => {
    expect((await found({ topic: 'community', kind: 'worksheet' })).slugs).toEqual([
      'my-first-week-on-one-page',
    ]);
    expect((await found({ for: 'first-weeks' })).slugs).toEqual(['my-first-week-on-one-page']);
    expect((await found({ language: 'es' })).slugs.sort()).toEqual([
      'comida-sin-papeles',
      'grupos-para-familias',
    ]);
  });

  test('takes whatever somebody types', async () => {
    for (const q of [
      '"',
      "'); drop table x; --",
      '-',
      '\\',
      '*:*',
      '<b>',
      'a'.repeat(5000),
      '%',
      '😀',
      '\u0000x',
    ])
      expect((await found({ q })).count, q.slice(0, 20)).toBeGreaterThanOrEqual(0);
  });

  test('gives what is found page by page, each once', async () => {
    for (const n of [1, 2, 3, 4, 5]) await post(`page-${n}`);
    const all = await found({});
    expect(all.count).toBeGreaterThan(20);
    const next = await found({ page: '2' });
    expect(new Set([...all.slugs, ...next.slugs]).size).toBe(all.slugs.length + next.slugs.length);
    expect(next.count).toBe(all.count);
  });
});
