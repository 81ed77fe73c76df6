import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft } from '#resources/draft.ts';
import { asHtml } from '#resources/markdown.ts';
import { resourceKinds } from '#resources/schema.ts';
import { flatWords, wordsForm } from '#resources/write/form.ts';
import { markdownEdit, type Tool } from '#resources/write/markdown-edit.ts';
import { afterRowPress, isRowPress, rowsIn } from '#resources/write/rows.ts';
import { tidyWords } from '#resources/write/save-words.ts';
import { promptsLeft, skeleton, twinOf } from '#resources/write/skeletons.ts';
import { ago } from '#resources/write/changed-words.ts';
import { anyDraft } from '../support/any-draft.ts';

/** What a form holds is what a draft says, whatever somebody types and in whichever order they press. */

const today = '2026-11-30';
const guide = { kind: 'guide', language: null } as const;
const read = (typed: Record<string, string | string[]>, fixed: Parameters<typeof wordsForm>[0] = guide) =>
  wordsForm(fixed, today).safeParse(typed);
const problems = (typed: Record<string, string | string[]>) =>
  read(typed).error?.issues.map(({ path, message }) => [path.join('.'), message]);
const wrong = (typed: Record<string, string | string[]>) => problems(typed)?.map(([path]) => path);

describe('The form', () => {
  test('holds any draft: what is read from it is what was put in', () => {
    fc.assert(
      fc.property(anyDraft, fc.boolean(), (words, fixed) => {
        const { kind, language } = words;
        const again = read(flatWords(words), { kind, language: fixed ? language : null });
        expect(again.data).toEqual(words);
        expect(draft.parse(again.data)).toEqual(words);
      }),
    );
  });

  test('holds it over a browser, which sends line breaks its own way and one topic as a text', () => {
    fc.assert(
      fc.property(anyDraft, (words) => {
        const sent: Record<string, string | string[]> = {};
        for (const [name, value] of Object.entries(flatWords(words))) {
          const values = [value].flat().map((text) => text.replaceAll('\n', '\r\n'));
          if (values.length > 0) sent[name] = values.length === 1 ? (values[0] ?? '') : values;
        }
        expect(read(sent, { kind: words.kind, language: null }).data).toEqual(words);
      }),
    );
  });

  test('may lack everything, and never changes what is fixed', () => {
    expect(read({}).data).toMatchObject({ title: '', kind: 'guide', audience: 'everyone', reviewBy: null });
    const sent = { kind: 'worksheet', language: 'en', status: 'published', authorId: 'x' };
    const words = read(sent, { kind: 'services', language: 'es' }).data;
    expect(words).toMatchObject({ kind: 'services', language: 'es' });
    expect(Object.keys(words ?? {})).not.toContain('status');
  });

  test('says what is too long, and where, rather than cutting it', () => {
    const [tooLong] = problems({ title: 'x'.repeat(121) }) ?? [];
    expect(tooLong).toEqual(['title', 'Use 120 characters or fewer: 1 too many']);
    expect(wrong({ 'service-2-what': 'y'.repeat(301) })).toEqual(['service-1-what']);
    expect(wrong({ topics: ['housing', 'work', 'money', 'health'] })).toEqual(['topics']);
    expect(problems({ reviewBy: 'soon' })).toEqual([['reviewBy', 'Enter a date, as 2026-12-24']]);
  });

  test('takes no NUL, which the database could not keep', () => {
    expect(read({ title: 'a\u0000b', body: 'c\u0000\r\nd' }).data).toMatchObject({
      title: 'ab',
      body: 'c\nd',
    });
  });

  test('counts months from today, to the last day of a shorter one', () => {
    expect(read({ reviewIn: '3', reviewBy: '2031-01-01' }).data?.reviewBy).toBe('2027-02-28');
    expect(read({ reviewIn: '12' }).data?.reviewBy).toBe('2027-11-30');
    expect(read({ reviewIn: '', reviewBy: '2031-01-01' }).data?.reviewBy).toBe('2031-01-01');
    expect(read({ reviewIn: '999' }).data?.reviewBy).toBeNull();
  });
});

describe('Rows', () => {
  const links = (typed: Record<string, string | string[]>) => rowsIn(typed, 'link').map(({ label }) => label);
  const typed = flatWords({
    ...skeleton('guide', 'en', today),
    title: 'Kept',
    links: ['a', 'b', 'c'].map((label) => ({ label, url: `https://${label}.example` })),
  });

  test('are added, removed and moved, and everything else typed stays', () => {
    expect(links(afterRowPress(typed, 'up:link-2'))).toEqual(['b', 'a', 'c']);
    expect(links(afterRowPress(typed, 'down:link-2'))).toEqual(['a', 'c', 'b']);
    expect(links(afterRowPress(typed, 'remove:link-1'))).toEqual(['b', 'c']);
    const added = afterRowPress({ ...typed, note: 'x' }, 'add:link');
    expect(links(added)).toEqual(['a', 'b', 'c', '']);
    expect(added).toMatchObject({ title: 'Kept', note: 'x', 'link-1-url': 'https://a.example' });
  });

  test('stay as they are when a press makes no sense', () => {
    for (const action of ['up:link-1', 'down:link-3', 'remove:link-9', 'up:link-0', 'save', 'add:topics'])
      expect(links(afterRowPress(typed, action)), action).toEqual(['a', 'b', 'c']);
    expect(isRowPress('save')).toBe(false);
    const many = Array.from({ length: 20 }).reduce<typeof typed>(
      (all) => afterRowPress(all, 'add:link'),
      typed,
    );
    expect(rowsIn(many, 'link')).toHaveLength(20);
  });

  test('lose nothing whatever is pressed, but what was removed', () => {
    const press = fc
      .tuple(fc.constantFrom('up', 'down'), fc.nat({ max: 8 }))
      .map(([way, at]) => `${way}:service-${at}`);
    fc.assert(
      fc.property(anyDraft, fc.array(press, { maxLength: 10 }), (words, presses) => {
        const after = presses.reduce(afterRowPress, flatWords(words));
        const again = read(after, { kind: words.kind, language: null }).data;
        const sorted = (services: unknown[] = []) => services.map((each) => JSON.stringify(each)).sort();
        expect(sorted(again?.services)).toEqual(sorted(words.services));
        expect({ ...again, services: [] }).toEqual({ ...words, services: [] });
      }),
    );
  });
});

describe('A new resource', () => {
  test.each(resourceKinds)('%s begins with a draft that the form and the database take', (kind) => {
    for (const language of ['en', 'es'] as const) {
      const words = skeleton(kind, language, today);
      expect(draft.parse(words)).toEqual(words);
      expect(words.services).toHaveLength(kind === 'services' ? 1 : 0);
      expect(promptsLeft(words.body).length > 0).toBe(kind !== 'announcement');
    }
  });

  test('knows its prompts as long as they stand, and nothing else in brackets', () => {
    const { body } = skeleton('guide', 'en', today);
    expect(promptsLeft(body).length).toBe(4);
    expect(promptsLeft('1. [A question]')).toEqual(['[A question]']);
    expect(promptsLeft('[Our page](https://a.example)\n\n[sic]')).toEqual([]);
  });

  test('in the other language has what does not change with it, and asks for a title', () => {
    const words = { ...skeleton('services', 'en', today), title: 'Food', topics: ['money' as const] };
    expect(twinOf(words, 'es')).toMatchObject({
      title: '',
      language: 'es',
      topics: ['money'],
      body: words.body,
    });
  });

  test('saved by a press has addresses that open', () => {
    const words = tidyWords({
      ...skeleton('guide', 'en', today),
      title: '  Food  ',
      links: ['www.example.org/a?b', 'https://a.example', 'see the desk', 'javascript:x'].map((url) => ({
        label: '',
        url,
      })),
    });
    expect(words.title).toBe('Food');
    expect(words.links.map(({ url }) => url)).toEqual([
      'https://www.example.org/a?b',
      'https://a.example',
      'see the desk',
      'javascript:x',
    ]);
  });
});

describe('A tool', () => {
  /** The text with the selection in curly brackets, before and after. */
  const used = (tool: Tool, marked: string) => {
    const [start, end] = [marked.indexOf('{'), marked.indexOf('}') - 1];
    const text = marked.replace(/[{}]/g, '');
    const { from, to, put, select } = markdownEdit(tool, text, start, end);
    const after = text.slice(0, from) + put + text.slice(to);
    return `${after.slice(0, select[0])}{${after.slice(...select)}}${after.slice(select[1])}`;
  };

  test.each<[Tool, string, string]>([
    ['bold', 'a {word} here', 'a **{word}** here'],
    ['bold', 'a {word }here', 'a **{word}** here'],
    ['bold', 'a **{word}** here', 'a {word} here'],
    ['bold', '{}', '**{bold}**'],
    ['italic', '{word}', '_{word}_'],
    ['heading', 'one\nt{w}o', 'one\n## two{}'],
    ['heading', '## t{w}o', 'two{}'],
    ['list', '{one\ntwo}', '{- one\n- two}'],
    ['list', '{- one\n- two}', '{one\ntwo}'],
    ['numbers', '{- one\ntwo}', '{1. one\n2. two}'],
    ['link', 'see {our page}', 'see [our page]({https://})'],
    ['link', '{https://a.example}', '[{words}](https://a.example)'],
    ['link', '{}', '[words]({https://})'],
    ['table', 'one{}', 'one\n\n| {What} | When |\n| --- | --- |\n|  |  |\n'],
  ])('%s makes of %j %j', (tool, before, after) => {
    expect(used(tool, before)).toBe(after);
  });

  test('makes what the renderer shows', () => {
    expect(asHtml(used('table', '{}').replace(/[{}]/g, ''))).toContain('<th>What</th>');
    expect(asHtml(used('bold', '{}').replace(/[{}]/g, ''))).toContain('<strong>bold</strong>');
  });

  test('touches nothing outside of the lines that are selected', () => {
    const tools: Tool[] = ['heading', 'bold', 'italic', 'list', 'numbers', 'link', 'table'];
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.constantFrom(...tools), (text, a, b, tool) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const { from, to, put, select } = markdownEdit(tool, text, start, end);
        const after = text.slice(0, from) + put + text.slice(to);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(after.startsWith(text.slice(0, Math.min(from, start)))).toBe(true);
        expect(select[0]).toBeLessThanOrEqual(select[1]);
        expect(select[1]).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});

test('how long ago a colleague was faster is said in words', () => {
  const now = '2026-11-30T10:00:00Z';
  expect(ago('2026-11-30T09:58:00Z', now)).toBe('2 minutes ago');
  expect(ago('2026-11-30T09:59:58Z', now)).toBe('just now');
  expect(ago('2026-11-30T10:00:09Z', now)).toBe('just now');
  expect(ago('2026-11-28T09:00:00Z', now)).toBe('2 days ago');
});
