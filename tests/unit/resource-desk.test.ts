import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { instant } from '#platform/clock.ts';
import { draft, type Draft } from '#resources/draft.ts';
import { bulkForm } from '#resources/desk/bulk.ts';
import { cleaned } from '#resources/desk/clean.ts';
import type { DeskRow } from '#resources/desk/desk-row.ts';
import { differences, partsOf, shortened } from '#resources/desk/differences.ts';
import { copyOf } from '#resources/desk/duplicate.ts';
import { deskList, filterAddress, perPage, readFilter } from '#resources/desk/filter.ts';
import { refusalOf } from '#resources/desk/may-act.ts';
import { missingFor } from '#resources/desk/missing.ts';
import { publishForm } from '#resources/desk/publish-form.ts';
import { publishValues } from '#resources/desk/publish-values.ts';
import { secondLookWords } from '#resources/desk/second-look.ts';
import { slugsFor } from '#resources/desk/slugs.ts';
import { standingOf, standingOrder, standings } from '#resources/desk/standing.ts';
import { openUndo, sealUndo } from '#resources/desk/undo-token.ts';
import { resourceSlug } from '#resources/schema.ts';
import { setTestEnvironment } from '../support/environment.ts';

const id = (number: number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const zone = 'America/Denver';
const now = '2026-11-22T15:00:00Z';

const whole: Draft = {
  title: 'Rent help',
  summary: 'Who helps with the first month.',
  body: 'Ask at **City Hall**.',
  kind: 'guide',
  topics: ['housing'],
  audience: 'everyone',
  language: 'en',
  services: [],
  links: [],
  reviewBy: null,
};
const place = {
  ...{ name: 'Work Desk', what: '', whoFor: '', cost: '', phone: '', hours: '' },
  ...{ address: '', link: '', checkedOn: null },
};
const nowhere = { ...place, name: ' ' };

describe('A press', () => {
  const publish = { do: 'publish', version: 1, at: null, expiresAt: null, asIs: false } as const;
  const outcome = (
    action: Parameters<typeof refusalOf>[0],
    words: Partial<Draft> = {},
    publishes = true,
  ): string | undefined => refusalOf(action, { publishes }, { ...whole, ...words })?.outcome;

  test('may be tried when the words are whole, and by an editor when it is not theirs to decide', () => {
    expect(outcome(publish)).toBeUndefined();
    expect(outcome({ do: 'ask', version: 1 }, { title: '' }, false)).toBeUndefined();
  });

  test('that publishes or sends back is not an editor’s', () => {
    expect(outcome(publish, {}, false)).toBe('not-yours');
    expect(outcome({ do: 'send-back', version: 1, note: 'Shorter' }, {}, false)).toBe('not-yours');
  });

  test('publishes nothing that lacks something, nor words that ask for a tick without it', () => {
    const asks = { body: 'For every addict.' };
    expect(outcome(publish, { title: ' ' })).toBe('incomplete');
    expect(outcome(publish, asks)).toBe('as-it-is');
    expect(outcome({ ...publish, asIs: true }, asks)).toBeUndefined();
  });
});

describe('What is missing', () => {
  test('of a whole draft is nothing, and empty lines of its lists count for nothing', () => {
    expect(missingFor(whole)).toEqual([]);
    expect(missingFor({ ...whole, services: [nowhere], links: [{ label: ' ', url: '' }] })).toEqual([]);
  });

  test('is said with the field in which to write it, by its number in the form', () => {
    const fields = (more: Partial<Draft>) => missingFor({ ...whole, ...more }).map(({ field }) => field);
    expect(fields({ title: ' ', summary: '', body: '\n', topics: [] })).toEqual([
      'title',
      'summary',
      'body',
      'topics',
    ]);
    expect(fields({ body: '<script>alert(1)</script>' })).toEqual(['body']);
    expect(fields({ kind: 'services' })).toEqual(['service-1-name']);
    expect(
      fields({ services: [nowhere, { ...place, name: '', what: 'Help' }, { ...place, link: 'work' }] }),
    ).toEqual(['service-2-name', 'service-3-link']);
    expect(
      fields({
        links: [
          { label: '', url: 'https://example.org/' },
          { label: 'County', url: 'javascript:alert(1)' },
        ],
      }),
    ).toEqual(['link-1-label', 'link-2-url']);
  });

  test('does not change with the empty lines that are dropped when it is published', () => {
    const text = fc.constantFrom('', ' ', 'Words', 'https://example.org/');
    const services = fc.array(fc.record({ name: text, what: text, link: text }), { maxLength: 4 });
    const links = fc.array(fc.record({ label: text, url: text }), { maxLength: 4 });
    fc.assert(
      fc.property(text, services, links, (title, some, urls) => {
        const words = { ...whole, title, services: some.map((one) => ({ ...place, ...one })), links: urls };
        const clean = cleaned(words);
        expect(cleaned(clean)).toEqual(clean);
        expect(missingFor(clean)).toHaveLength(missingFor(words).length);
        expect(draft.parse(clean)).toEqual(clean);
      }),
    );
  });
});

describe('The list', () => {
  const viewer = { id: id(1), name: 'Renee', publishes: true };
  const row = (number: number, more: Partial<DeskRow> = {}): DeskRow => ({
    ...{ id: id(number), slug: `r-${number}`, title: `Résumé ${number}`, kind: 'guide', language: 'en' },
    ...{ topics: ['work'], status: 'published', hasDraft: false, version: 1, pairId: null },
    ...{ author: { id: id(2), name: 'Sam' }, review: null, reviewFrom: null, publishAt: null },
    ...{ expiresAt: null, reviewBy: null, changed: { by: 'Sam', at: now } },
    ...more,
  });
  const mine = { author: { id: id(1), name: 'Renee' } };
  const [today, soon] = ['2026-11-22', '2026-12-22'];

  test('puts each resource in one place, and what is to be done next first', () => {
    const at = (more: Partial<DeskRow>) => standingOf(row(1, more), viewer, soon);
    expect(at({})).toBe('published');
    expect(at({ reviewBy: soon })).toBe('again');
    expect(at({ reviewBy: '2026-12-23' })).toBe('published');
    expect(at({ status: 'draft', hasDraft: true })).toBe('others');
    expect(at({ status: 'draft', hasDraft: true, ...mine })).toBe('mine');
    expect(at({ hasDraft: true, review: 'asked', ...mine })).toBe('waits');
    expect(at({ hasDraft: true, review: 'sent-back', ...mine })).toBe('sent-back');
    expect(at({ hasDraft: true, review: 'sent-back' })).toBe('others');
    expect(at({ hasDraft: true, publishAt: now, ...mine })).toBe('planned');
    expect(at({ status: 'archived', hasDraft: true, review: 'asked' })).toBe('archived');
    expect(standingOrder(viewer)[0]).toBe('waits');
    expect(standingOrder({ ...viewer, publishes: false }).slice(0, 3)).toEqual([
      'sent-back',
      'mine',
      'waits',
    ]);
    expect([...standingOrder({ ...viewer, publishes: false })].sort()).toEqual([...standings].sort());
    expect(today < soon).toBe(true);
  });

  test('of 2,000 has pages of 50 that show each once', () => {
    const all = Array.from({ length: 2000 }, (_, number) =>
      row(number, number % 7 === 0 ? { status: 'draft', hasDraft: true, ...mine } : {}),
    );
    const seen = new Set<string>();
    const pages = deskList(all, readFilter(new URLSearchParams()), viewer, soon).pages;
    expect(pages).toBe(40);
    for (let page = 1; page <= pages; page++) {
      const list = deskList(all, readFilter(new URLSearchParams({ page: `${page}` })), viewer, soon);
      const rows = list.groups.flatMap((group) => group.rows);
      expect(rows).toHaveLength(perPage);
      for (const one of rows) seen.add(one.id);
    }
    expect(seen.size).toBe(2000);
    expect(deskList(all, readFilter(new URLSearchParams({ page: '999' })), viewer, soon).page).toBe(40);
  });

  test('is narrowed by words without their accents, topic, kind, language, standing and author', () => {
    const all = [
      row(1),
      row(2, { title: 'Casa', language: 'es', topics: ['housing'], kind: 'services' }),
      row(3, { status: 'draft', hasDraft: true, ...mine, title: 'Resume draft' }),
    ];
    const found = (query: string) =>
      deskList(all, readFilter(new URLSearchParams(query)), viewer, soon)
        .groups.flatMap(({ rows }) => rows.map(({ title }) => title))
        .sort();
    expect(found('words=RESUME')).toEqual(['Resume draft', 'Résumé 1']);
    expect(found('words=resume+1')).toEqual(['Résumé 1']);
    expect(found('language=es')).toEqual(['Casa']);
    expect(found('topic=housing&kind=services')).toEqual(['Casa']);
    expect(found('mine=yes')).toEqual(['Resume draft']);
    expect(found('standing=mine')).toEqual(['Resume draft']);
    expect(found('words=nothing')).toEqual([]);
  });

  test('an address that asks for nonsense asks for nothing, and one that was made reads back the same', () => {
    expect(readFilter(new URLSearchParams('standing=x&topic=&page=-1&mine=no'))).toEqual(
      readFilter(new URLSearchParams()),
    );
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.constantFrom(null, ...standings),
        fc.integer({ min: 1, max: 99 }),
        fc.boolean(),
        (words, standing, page, own) => {
          const asked = { ...readFilter(new URLSearchParams()), words: words.trim(), standing, mine: own };
          const address = new URL(filterAddress(asked, page), 'https://x.example');
          expect(readFilter(address.searchParams)).toEqual({ ...asked, page });
        },
      ),
    );
  });
});

describe('The form that publishes', () => {
  const read = (typed: object) => publishForm(now, zone).safeParse({ version: '3', ...typed });
  const wrong = (typed: object) => read(typed).error?.issues.map(({ path }) => path[0]);

  test('publishes now with nothing typed, and at a moment of the organisation’s clock', () => {
    expect(read({ do: 'publish' }).data).toEqual({
      ...{ do: 'publish', version: 3, at: null, expiresAt: null, asIs: false },
    });
    expect(
      read({ do: 'plan', day: '2026-12-01', time: '7:00 am', planUntil: '2026-12-01' }).data,
    ).toMatchObject({
      at: '2026-12-01T14:00:00Z',
      expiresAt: '2026-12-02T07:00:00Z',
    });
  });

  test('shows again what is planned and its last day, so that publishing changes neither unseen', () => {
    const stood = { publishAt: '2026-12-01T14:00:00Z', expiresAt: '2026-12-02T07:00:00Z' };
    const { day, time, planUntil } = publishValues(stood, zone);
    expect(read({ do: 'plan', day, time, planUntil }).data).toMatchObject({
      at: stood.publishAt,
      expiresAt: stood.expiresAt,
    });
    expect(publishValues({ publishAt: null, expiresAt: null }, zone)).toMatchObject({ day: '', until: '' });
  });

  test('says at which field something is not right', () => {
    expect(wrong({ do: 'plan' })).toEqual(['day']);
    expect(wrong({ do: 'plan', day: '2026-12-01' })).toEqual(['time']);
    expect(wrong({ do: 'plan', day: '2026-11-22', time: '7:59 am' })).toEqual(['day']);
    expect(wrong({ do: 'plan', day: '2027-03-14', time: '2:30 am' })).toEqual(['time']);
    expect(wrong({ do: 'plan', day: '2026-12-02', time: '7 am', planUntil: '2026-12-01' })).toEqual([
      'planUntil',
    ]);
    expect(wrong({ do: 'publish', until: '2026-11-21' })).toEqual(['until']);
    expect(wrong({ do: 'send-back', note: ' ' })).toEqual(['note']);
    expect(wrong({ do: 'publish', version: 'x' })).toEqual(['version']);
    expect(wrong({ do: 'everything' })).toEqual(['do']);
  });
});

test('who has read it is said as it is', () => {
  const renee = { id: id(1), name: 'Renee', publishes: true };
  const words = (author: number, by: string, review: 'asked' | null = null) =>
    secondLookWords(
      {
        author: { id: id(author), name: author === 1 ? 'Renee' : 'Sam' },
        changed: { by, at: now },
        review,
        reviewFrom: review && 'Sam',
      },
      renee,
    );
  expect(words(1, 'Renee')).toBe('You wrote this yourself: nobody else has read it.');
  expect(words(1, 'Sam')).toContain('Sam changed it last');
  expect(words(2, 'Sam', 'asked')).toContain('Sam asks for a second look');
  expect(words(2, 'Renee')).toContain('nobody else has read your changes');
});

describe('What changed', () => {
  test('put together again is what was, and what is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (was, is) => {
        const parts = partsOf(was, is);
        const without = (kind: string) =>
          parts
            .filter((part) => part.is !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(was);
        expect(without('removed')).toBe(is);
      }),
    );
  });

  test('is named by field, also in lists and choices', () => {
    const after: Draft = {
      ...whole,
      title: 'Rent aid',
      topics: ['housing', 'money'],
      services: [{ ...place, phone: '555-0142' }],
      reviewBy: '2027-01-01',
    };
    expect(differences(whole, whole)).toEqual([]);
    expect(differences(whole, after).map(({ label }) => label)).toEqual([
      'Title',
      'Topics',
      'Places',
      'Look at it again by',
    ]);
    expect(differences(whole, after)[0]?.parts).toEqual([
      { is: 'same', text: 'Rent ' },
      { is: 'removed', text: 'help' },
      { is: 'added', text: 'aid' },
    ]);
  });

  test('in a long text is shown with what stands beside it, within half a second a field', () => {
    const long = 'The same words again and again. '.repeat(1500);
    const started = performance.now();
    const parts = shortened(partsOf(long, `${long.slice(0, 20_000)}new ${long.slice(20_000)}`));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(parts.map(({ is }) => is)).toEqual(['same', 'added', 'same']);
    expect(parts.map(({ text }) => text).join('').length).toBeLessThan(300);
    const words = () => Array.from({ length: 6000 }, () => Math.random().toString(36)).join(' ');
    expect(partsOf(words(), words()).length).toBeGreaterThan(0);
  });
});

test('a name in the address is one of the site, never one of another page, and there is always a next', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (title) => {
      const [first, second] = slugsFor(title).take(2).toArray();
      expect(resourceSlug.safeParse(first).success).toBe(true);
      expect(resourceSlug.safeParse(second).success).toBe(true);
      expect(second).not.toBe(first);
    }),
  );
  expect(slugsFor('Preview').next().value).toBe('preview-2');
});

test('a copy says that it is one, within the length of a title', () => {
  expect(copyOf(whole).title).toBe('Copy of Rent help');
  expect(copyOf({ ...whole, title: 'x'.repeat(120) }).title).toHaveLength(120);
  expect(copyOf({ ...whole, title: 'Casa', language: 'es' }).title).toBe('Copia de Casa');
});

describe('One thing done to several', () => {
  test('takes what was ticked with the version that was seen, and asks for what is missing', () => {
    const one = `${id(1)}.4`;
    expect(bulkForm.parse({ one, do: 'archive', date: '', addTopic: '' })).toEqual({
      seen: [{ id: id(1), version: 4 }],
      action: { do: 'archive' },
    });
    const wrong = (typed: object) => bulkForm.safeParse(typed).error?.issues.map(({ path }) => path[0]);
    expect(wrong({ do: 'archive' })).toEqual(['one']);
    expect(wrong({ one })).toEqual(['do']);
    expect(wrong({ one, do: 'review-by' })).toEqual(['date']);
    expect(wrong({ one, do: 'add-topic', addTopic: '' })).toEqual(['addTopic']);
    expect(wrong({ one: "1'; drop table", do: 'archive' })).toEqual(['one']);
  });

  describe('the way back', () => {
    beforeAll(() => setTestEnvironment());
    const was = { [id(1)]: { version: 5, standing: { status: 'published', topics: ['work'] } } };
    const at = (moment: string) => () => instant(moment);

    test('is for who pressed, for an hour, and nothing else opens', async () => {
      const token = await sealUndo(id(9), was, at(now));
      expect(await openUndo(id(9), token, at('2026-11-22T15:59:00Z'))).toEqual(was);
      expect(await openUndo(id(9), token, at('2026-11-22T16:01:00Z'))).toBeNull();
      expect(await openUndo(id(8), token, at(now))).toBeNull();
      expect(await openUndo(id(9), `${token.slice(0, -2)}xx`, at(now))).toBeNull();
      expect(await openUndo(id(9), 'nonsense', at(now))).toBeNull();
    });
  });
});
