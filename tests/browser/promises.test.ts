import { expect, inject, test } from 'vitest';
import { builtPages } from '../support/crawl.ts';
import { droppedClaimsIn } from '../support/dropped-claims.ts';
import { claims, isSaid, promised, wordsOn } from '../support/promises.ts';

/** What this site answers, read on the pages as they are served. */

const { origin } = inject('site');
const all = await promised();
const claimed = await claims();

const read = new Map<string, Promise<{ status: number; words: string }>>();
const wordsAt = (address: string) => {
  const page =
    read.get(address) ??
    fetch(origin + address).then(async (response) => ({
      status: response.status,
      words: wordsOn(await response.text()),
    }));
  read.set(address, page);
  return page;
};

test('every page that claims to answer a promise is there, and says what it is about', async () => {
  const wrong: string[] = [];
  for (const { id, address } of claimed) {
    const { status, words } = await wordsAt(address);
    const promise = all.find((one) => one.id === id);
    if (status !== 200) wrong.push(`${address} claims ${id} and answers ${status}`);
    else if (!promise || !isSaid(promise, words)) {
      wrong.push(`${address} claims ${id} and does not say /${promise?.says}/`);
    }
  }
  expect(claimed.length).toBeGreaterThan(102);
  expect(wrong).toEqual([]);
});

test('each of the promises is answered by a page that is there', async () => {
  const missing: string[] = [];
  for (const promise of all) {
    const pages = await Promise.all(
      claimed.filter(({ id }) => id === promise.id).map(({ address }) => wordsAt(address)),
    );
    if (!pages.some(({ status, words }) => status === 200 && isSaid(promise, words))) {
      missing.push(`${promise.id}: ${promise.promise}`);
    }
  }
  expect(all).toHaveLength(102);
  expect(missing).toEqual([]);
});

test('no page makes a claim that we soften or drop', async () => {
  const pages = await builtPages();
  const wrong: string[] = [];
  for (const path of pages) wrong.push(...droppedClaimsIn(path, (await wordsAt(path)).words));
  expect(pages.length).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});

test('the questions that search engines get are those on the page', async () => {
  for (const path of ['/levels-of-care/iop/', '/levels-of-care/questions/']) {
    const html = await (await fetch(origin + path)).text();
    const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}';
    const told = JSON.parse(block) as {
      '@type': string;
      mainEntity: { name: string; acceptedAnswer: { text: string } }[];
    };
    expect(told['@type']).toBe('FAQPage');
    expect(told.mainEntity.length).toBeGreaterThan(3);
    const plain = (text: string) => text.replace(/[\s’']+/g, ' ').trim();
    const words = plain(wordsOn(html));
    for (const { name, acceptedAnswer } of told.mainEntity) {
      expect(words).toContain(plain(name));
      expect(words).toContain(plain(acceptedAnswer.text));
    }
  }
});

test('negative control: a page without the words does not answer, and one that is not there neither', async () => {
  const [first] = all;
  expect(first && isSaid(first, wordsOn('<main>Bowling on Friday.</main><footer>residential</footer>'))).toBe(
    false,
  );
  expect((await wordsAt('/no-such-page/')).status).toBe(404);
});
