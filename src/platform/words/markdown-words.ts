import { blank, only } from './blank.ts';

/**
 * What people read in Markdown: the same text with everything else blanked out, so that a place in the one is
 * the same place in the other. A person's own words in a block quote are theirs.
 */
export const markdownWords = (text: string): string =>
  tagWords(
    text
      .replace(/^---\n[\s\S]*?\n---/, (head) => head.replace(/^[\s-]*[\w.-]+:(?=\s|$)/gm, blank))
      .replace(/^```[\s\S]*?^```|`[^`\n]*`|^import .*$|^>.*$|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/gm, blank)
      .replace(/\]\([^)]*\)/g, blank),
  );

/** Blanks tags out, but for the attributes that people read. */
export function tagWords(text: string): string {
  return text.replace(/<\/?[A-Za-z][^<>]*>/g, (tag) =>
    only(
      tag,
      /(?<=\s(?:alt|title|aria-label|label|hint|heading|lede|summary|description|content|legend|text)=)"[^"]*"/g,
    ),
  );
}
