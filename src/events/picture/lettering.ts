import { create, type Font } from 'fontkitten';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';

/** Words as outlines, in the site's own letters, so that a picture needs no font where it is drawn. */

const file = (name: string) => readFileSync(join(cwd(), 'src/assets/fonts', name));

const opened = new Map<string, Font>();

function font(name: string): Font {
  const known = opened.get(name) ?? create(file(name));
  if (known.isCollection) throw new Error(`${name} holds several fonts`);
  opened.set(name, known);
  return known;
}

export const display = (): Font => font('newsreader-display.woff2');
export const body = (): Font => font('atkinson-hyperlegible-next.woff2');

interface Style {
  font: Font;
  /** Pixels to the em. */
  size: number;
}

/** The library reads no kerning: these are the pairs one sees in a headline, in thousandths of an em. */
const closer = new Map([
  ...['a', 'c', 'e', 'o', 'u', 'r', 's', 'y'].flatMap((low) =>
    ['T', 'V', 'W', 'Y'].map((high) => [high + low, -70] as const),
  ),
  ...['AV', 'AW', 'AY', 'VA', 'WA', 'YA', 'LT', 'LY', 'P.', 'T.', 'V.', 'Y.'].map(
    (pair) => [pair, -80] as const,
  ),
  ...['r.', 'r,', 'y.', 'y,', 'w.', 'v.'].map((pair) => [pair, -60] as const),
]);

/** Letters there are outlines for: é stays, ł becomes l, an emoji goes. */
const drawable = (text: string, { font }: Style): string[] =>
  [...text.normalize('NFC')].flatMap((letter) =>
    [letter, ...letter.normalize('NFKD'), foreign[letter] ?? '']
      .filter((candidate) => font.hasGlyphForCodePoint(candidate.codePointAt(0) ?? 0))
      .slice(0, 1),
  );
/** What has a plain letter beside it, and is no letter with a mark on it to Unicode. */
const foreign: Partial<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '\u202f': ' ',
  '\u2009': ' ',
};

function glyphs(text: string, style: Style) {
  const letters = drawable(text, style);
  const scale = style.size / style.font.unitsPerEm;
  let x = 0;
  return letters.map((letter, index) => {
    const glyph = style.font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    const at = x;
    x +=
      glyph.advanceWidth * scale +
      ((closer.get(letter + (letters[index + 1] ?? '')) ?? 0) / 1000) * style.size;
    return { glyph, at, end: x, scale };
  });
}

/** How wide the words are, in pixels. */
export const widthOf = (text: string, style: Style): number => glyphs(text, style).at(-1)?.end ?? 0;

/** SVG path data of the words, from `x` along a baseline at `y`. */
export const outline = (text: string, style: Style, x: number, y: number): string =>
  glyphs(text, style)
    .map(({ glyph, at, scale }) =>
      glyph.path
        .scale(scale, -scale)
        .translate(x + at, y)
        .toSVG(),
    )
    .join('');

/** The words in lines that are at most so wide; a word that alone is wider is broken. */
export function wrap(text: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1);
    const joined = `${line ?? ''} ${word}`;
    if (line !== undefined && widthOf(joined, style) <= width) lines[lines.length - 1] = joined;
    else lines.push(...pieces(word, style, width));
  }
  return lines;
}

/** The same number of lines, of lengths as even as they can be with no word broken for it. */
export function balanced(lines: string[], style: Style): string[] {
  const text = lines.join(' ');
  const widest = (all: string[]) => Math.max(...all.map((part) => widthOf(part, style)));
  let best = lines;
  for (let width = widest(lines); width >= widest(text.split(' ')); width -= style.size / 4) {
    const narrower = wrap(text, style, width);
    if (narrower.length !== lines.length) return best;
    best = narrower;
  }
  return best;
}

function pieces(word: string, style: Style, width: number): string[] {
  if (widthOf(word, style) <= width) return [word];
  const found = [''];
  for (const letter of word) {
    const longer = `${found.at(-1) ?? ''}${letter}`;
    if (widthOf(longer, style) <= width) found[found.length - 1] = longer;
    else found.push(letter);
  }
  return found;
}
