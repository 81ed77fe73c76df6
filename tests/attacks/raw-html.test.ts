import { expect, test } from 'vitest';
import { eventJsonLd } from '#events/json-ld.ts';
import { embeddable } from '#meetings/structured-data.ts';
import { asHtml } from '#resources/markdown.ts';
import { questionsJsonLd } from '#step-down/level-pages.ts';
import { anEvent } from '../support/event.ts';
import { readFiles } from '../support/files.ts';
import { payloads } from '../support/payloads.ts';

/** Astro escapes what it prints. Here is all that it is told not to escape, and why that is no hole. */

const raw =
  /set:html|innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/;

const reasons: Record<string, string> = {
  'src/components/Marked.astro': 'sentences of the dictionaries, never what somebody typed',
  'src/components/SpokenHere.astro': 'a dictionary as JSON, with < escaped',
  'src/pages/events/[slug]/index.astro': 'eventJsonLd escapes <',
  'src/pages/levels-of-care/[level].astro': 'questionsJsonLd escapes <',
  'src/pages/levels-of-care/questions.astro': 'questionsJsonLd escapes <',
  'src/pages/meetings/[slug]/index.astro': 'embeddable escapes <',
  'src/resources/ResourceArticle.astro': 'the text of staff, sanitised by a list of what is allowed',
  'src/resources/write/live-preview-element.ts': 'the same, rendered and sanitised by our server',
  'src/search/SiteSearch.astro': 'words of content/ as JSON, with < escaped',
};

const writesRaw = (text: string) =>
  text.split('\n').some((line) => raw.test(line) && !/^\s*(\*|\/\/)/.test(line));

test('nothing is written into a page unescaped but in these places, each for its reason', async () => {
  const files = await readFiles(['src'], /\.(astro|ts)$/);
  const found = [...files].filter(([, text]) => writesRaw(text)).map(([path]) => path);
  expect(found.sort()).toEqual(Object.keys(reasons).sort());
});

test('negative control: a new place is seen', () => {
  expect(writesRaw('<p set:html={name} />')).toBe(true);
  expect(writesRaw('row.innerHTML = name;')).toBe(true);
});

test('no text ends the block of data that it stands in', () => {
  for (const payload of payloads) {
    const event = anEvent({ title: payload, summary: payload, placeName: payload, address: payload });
    for (const block of [
      eventJsonLd(event, { organizer: payload, siteUrl: 'http://localhost:4321' }),
      embeddable({ name: payload }),
      questionsJsonLd([{ ask: payload, answer: '' }]),
    ]) {
      expect(block).not.toContain('<');
      expect(() => JSON.parse(block) as unknown).not.toThrow();
    }
  }
});

test('nothing of the list runs in the text that staff wrote', () => {
  for (const payload of payloads) {
    const tags = asHtml(payload).match(/<[^>]*>/g) ?? [];
    expect(
      tags.filter((tag) => /script|javascript|vbscript|data:|\son\w+=|style|iframe|svg|img|form/i.test(tag)),
      payload,
    ).toEqual([]);
  }
});
