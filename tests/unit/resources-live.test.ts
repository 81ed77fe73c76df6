import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, readQuery } from '#resources/find.ts';
import { changesSince, newPostsInWords, type ListedResource } from '#resources/live-list.ts';

const entry = (slug: string, updatedAt: string): ListedResource => ({
  ...{ slug, title: slug, summary: 'Come in.', kind: 'guide', topics: ['work'] },
  ...{ audience: 'everyone', language: 'en', updatedAt },
});
const built = '2026-11-20T12:00:00Z';
const before = '2026-11-20T11:00:00Z';
const after = '2026-11-20T12:01:00Z';
const slugs = (entries: ListedResource[]) => entries.map(({ slug }) => slug);

describe('A list that was built', () => {
  test('gains what was posted since, loses what is gone, and renames what changed', () => {
    const changes = changesSince(['a', 'b', 'c'], built, {
      all: ['a', 'b', 'd', 'e'],
      fresh: [entry('d', after), entry('b', after), entry('e', before), entry('a', before)],
    });
    expect(changes.gone).toEqual(['c']);
    expect(slugs(changes.added)).toEqual(['d']);
    expect(slugs(changes.changed)).toEqual(['b']);
  });

  test('never shows one twice, and nothing that is not on the site', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(names, names, names, (shown, all, fresh) => {
        const now = {
          all,
          fresh: fresh.filter((slug) => all.includes(slug)).map((slug) => entry(slug, after)),
        };
        const { gone, added } = changesSince(shown, built, now);
        const result = [...shown.filter((slug) => !gone.includes(slug)), ...slugs(added)];
        expect(new Set(result).size).toBe(result.length);
        for (const slug of result) expect(all).toContain(slug);
      }),
    );
  });

  test('says how much is new in words, and nothing when nothing is', () => {
    expect([0, 1, 3].map((count) => newPostsInWords(count))).toEqual([
      null,
      'One post is newer than this page',
      '3 posts are newer than this page',
    ]);
  });
});

describe('A question for resources', () => {
  const asked = (query: string) => readQuery(new URL(`https://example.org/resources/find/?${query}`));

  test('is kept in its address, and nothing that was not asked', () => {
    expect(addressOf(asked('q=a+bed&topic=housing&kind=&page=1'))).toBe(
      '/resources/find/?q=a+bed&topic=housing',
    );
    expect(addressOf(asked(''))).toBe('/resources/find/');
  });

  test('is understood whatever stands in the address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'topic', 'for', 'kind', 'language', 'page'), fc.string()),
        (query) => {
          const { q, page } = asked(new URLSearchParams(query).toString());
          expect(q.length).toBeLessThanOrEqual(100);
          expect(page).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
