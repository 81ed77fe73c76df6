import type { Language } from '#i18n/language.ts';
import { fact } from '#platform/facts.ts';
import { markdownWords } from '#platform/words/markdown-words.ts';
import { readingOf, type Reading } from '#platform/words/reading.ts';

/** How a guide reads, measured on its Markdown with the wording of each fact in its place. */
export const readingOfGuide = (body: string, language: Language = 'en'): Reading =>
  readingOf(blocksOf(body, language), language);

function blocksOf(body: string, language: Language): string[] {
  const inFull = body
    .replace(/<Fact\s[^>]*\bid="([^"]+)"[^>]*>/g, (_tag, id: string) => fact(id, language).wording)
    // what somebody might say is quoted by us, and is read as the rest is
    .replace(/^> ?/gm, '')
    // a heading is no sentence
    .replace(/^#+ .*$/gm, '');
  return markdownWords(inFull)
    .split(/\n[ \t]*\n/)
    .map((block) =>
      block
        .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, '\n\n')
        .replace(/\s*\|\s*/g, '\n\n')
        .replace(/[*_`#]|^-{3,}$/gm, ''),
    );
}
