import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { htmlBlocks } from '../../local/words/html-blocks.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { papers, sheets } from '../support/on-paper.ts';
import { guidesOnTheShelf, type Guide } from '../support/library.ts';
import { hardest, readingOf } from '#platform/words/reading.ts';

/** The library as it was built: what is on each page, and how it reads and prints. */

const { origin } = inject('site');
let guides: (Guide & { html: string })[];

beforeAll(async () => {
  guides = await Promise.all(
    (await guidesOnTheShelf()).map(async (guide) => ({
      ...guide,
      html: await (await fetch(new URL(guide.path, origin))).text(),
    })),
  );
});

/** "guide: what is wrong with it", for all that something is wrong with. */
const wrong = (check: (guide: Guide & { html: string }) => string[]) =>
  guides.flatMap((guide) => check(guide).map((what) => `${guide.row} ${guide.id}: ${what}`));

/** The guide's own text, without what stands around each. */
const bodyOf = (html: string) => {
  const [, article = ''] = /<article\b[^>]*>([\s\S]*?)<\/article>/.exec(html) ?? [];
  return htmlBlocks(article);
};

test('thirty-five guides, one for each row of the library, are on the shelf and open', async () => {
  expect(guides.map(({ row }) => row).sort()).toEqual(
    Array.from({ length: 35 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`),
  );
  const shelf = await (await fetch(new URL('/guides/', origin))).text();
  expect(wrong(({ path }) => (shelf.includes(`href="${path}"`) ? [] : ['not on the shelf']))).toEqual([]);
  expect(wrong(({ html, title }) => (html.includes('<h1') ? [] : [`no page for ${title}`]))).toEqual([]);
});

test('each has between 500 and 1,200 words', () => {
  expect(
    wrong(({ html }) => {
      const { words } = readingOf(bodyOf(html));
      return words >= 500 && words <= 1200 ? [] : [`${words} words`];
    }),
  ).toEqual([]);
});

test('each reads at grade eight, what is for the worst hour at grade six, and so does its hardest paragraph', () => {
  expect(
    wrong(({ html, crisis }) => {
      const limit = crisis ? hardest.en.crisis : hardest.en.article;
      const { hardness, paragraphs } = readingOf(bodyOf(html));
      const hard = paragraphs.filter((paragraph) => paragraph.hardness > limit);
      return [
        ...(hardness > limit ? [`grade ${hardness.toFixed(1)}`] : []),
        ...hard.map(({ text, hardness: worst }) => `${worst.toFixed(1)}: ${text.slice(0, 80)}`),
      ];
    }),
  ).toEqual([]);
});

test('each says who wrote it, when it is read again, how it reads and where it comes from', () => {
  expect(
    wrong(({ html, sources }) => {
      const [, foot = ''] = /<footer\b[^>]*>([\s\S]*?)<\/footer>/.exec(html) ?? [];
      return [
        ...(/Written by .*read again by/s.test(foot) ? [] : ['no author or day']),
        ...(/at about grade/.test(foot) ? [] : ['no grade']),
        ...sources
          .filter((url) => !foot.includes(url.replaceAll('&', '&amp;')))
          .map((url) => `no link to ${url}`),
        ...((foot.match(/checked\s*<time/g) ?? []).length >= sources.length
          ? []
          : ['a source without a day']),
      ];
    }),
  ).toEqual([]);
});

test('each leads on: one next step, and others to read', () => {
  expect(
    wrong(({ html }) => [
      ...((html.match(/One next step/g) ?? []).length === 1 ? [] : ['not one next step']),
      ...(/Read next/.test(html) ? [] : ['nothing to read next']),
    ]),
  ).toEqual([]);
});

test('what a clinician has to read before launch says so', () => {
  const due = ['L17', 'L18', 'L19', 'L20', 'L22', 'L30'];
  expect(
    wrong(({ html, row }) =>
      /Needs clinical review before launch/.test(html) === due.includes(row) ? [] : ['says otherwise'],
    ),
  ).toEqual([]);
});

test('hard subjects come after a word about them, and the way out is on the page', () => {
  const hard = ['L19', 'L20', 'L22', 'L26'];
  expect(
    wrong(({ html, row }) =>
      !hard.includes(row) || (/class="[^"]*care-note/.test(html) && html.includes('<quick-exit'))
        ? []
        : ['bare'],
    ),
  ).toEqual([]);
});

describe('on paper', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('every guide prints on no more than four sheets, of A4 and of Letter', async () => {
    const window = await browser.open();
    const long: string[] = [];
    for (const { path } of guides) {
      await window.page.goto(path);
      for (const format of papers) {
        const pages = await sheets(window.page, format);
        if (pages < 1 || pages > 4) long.push(`${path} on ${format}: ${pages} pages`);
      }
    }
    await window.close();
    expect(long).toEqual([]);
    // seventy documents, one after the other
  }, 300_000);
});

test('negative control: what stands around an article is not its words', () => {
  const around = '<main><p>One two</p><article><h1>Three</h1><p>Four five</p><nav>Six</nav></article></main>';
  expect(readingOf(bodyOf(around)).words).toBe(2);
});
