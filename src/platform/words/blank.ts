/** Text with parts blanked out: every place stays where it was. */

export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

export const only = (text: string, pattern: RegExp): string =>
  keep(
    text,
    [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]),
  );

/** `parts` in the order of the text, as [start, end]. */
export function keep(text: string, parts: [start: number, end: number][]): string {
  let kept = '';
  for (const [start, end] of parts) kept += blank(text.slice(kept.length, start)) + text.slice(start, end);
  return kept + blank(text.slice(kept.length));
}
