import { motif, motifBox, type Scene } from '#components/motif-scenes.ts';
import type { Font } from 'fontkitten';
import { balanced, body, display, outline, widthOf, wrap } from './lettering.ts';
import { palette, type Light } from './palette.ts';

/** A picture for those who share a page: the valley, a date and a title, as SVG without any text in it. */

export const pictureSize = { width: 1200, height: 630 };

export interface Picture {
  scene: Scene;
  light: Light;
  /** Where the page shows its date: three short lines, the middle one large. */
  date: [above: string, large: string, below: string] | null;
  title: string;
  /** Under the title. */
  line: string;
  /** Who invites. */
  house: string;
}

const margin = 76;
const hills = 1.22;
const sky = pictureSize.height - motifBox.height * hills;

type Colour = (name: string) => string;

export function drawPicture(picture: Picture): string {
  const colour = palette(picture.light);
  const { width, height } = pictureSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour('sky')}"/>`,
    valley(picture.scene, colour),
    roof(picture.house, colour),
    picture.date ? dateBlock(picture.date, colour) : '',
    headline(picture, colour),
    '</svg>',
  ].join('');
}

function valley(scene: Scene, colour: Colour): string {
  const { far, mid, near, lit, water, trail, line } = motif(scene);
  const filled = (path: string | undefined, name: string) =>
    path ? `<path d="${path}" fill="${colour(name)}"/>` : '';
  // the right half of a scene is where it happens
  const left = pictureSize.width - motifBox.width * hills + 190;
  return [
    `<g transform="translate(${left} ${sky}) scale(${hills})">`,
    filled(far, 'hill-far'),
    filled(mid, 'hill-mid'),
    line
      ? `<path d="${line}" fill="none" stroke="${colour('hill-near')}" stroke-width="3" stroke-linecap="round"/>`
      : '',
    filled(near, 'hill-near'),
    filled(water, 'water'),
    filled(trail, 'trail'),
    filled(lit, 'lamp'),
    '</g>',
  ].join('');
}

interface Words {
  font: Font;
  size: number;
  fill: string;
  /** The letters are drawn a little heavier, by so many thousandths of their size. */
  heavier?: number;
}

const words = (text: string, { heavier = 0, ...style }: Words, x: number, y: number): string =>
  `<path d="${outline(text, style, x, y)}" fill="${style.fill}"${
    heavier ? ` stroke="${style.fill}" stroke-width="${((style.size * heavier) / 1000).toFixed(2)}"` : ''
  }/>`;

const titleFrom = 320;
const top = 122;

function dateBlock([above, large, below]: [string, string, string], colour: Colour): string {
  const room = titleFrom - margin - 66;
  const soft = { font: body(), size: 36, fill: colour('text-soft') };
  const wanted = { font: display(), size: 156, fill: colour('text'), heavier: 8 };
  const size = Math.min(wanted.size, (wanted.size * room) / widthOf(large, wanted));
  return [
    words(above, soft, margin, top + 24),
    words(large, { ...wanted, size }, margin - size * 0.03, top + 166),
    words(below, soft, margin, top + 222),
    `<path d="M${titleFrom - 32} ${top}v222" stroke="${colour('lamp')}" stroke-width="5" stroke-linecap="round"/>`,
  ].join('');
}

function headline({ title, line, date }: Picture, colour: Colour): string {
  const x = date ? titleFrom + 8 : margin;
  const width = pictureSize.width - x - margin;
  const fitted = fit(title, width);
  const style = { font: display(), size: fitted.size, fill: colour('text'), heavier: 10 };
  const leading = fitted.size * 1.04;
  const first = top + fitted.size * 0.7;
  const last = first + leading * (fitted.lines.length - 1);
  const small = { font: body(), size: 34, fill: colour('text-soft') };
  const size = Math.min(small.size, (small.size * width) / Math.max(1, widthOf(line, small)));
  return [
    ...fitted.lines.map((text, index) => words(text, style, x - fitted.size * 0.02, first + leading * index)),
    words(line, { ...small, size }, x, last + small.size * 1.9),
  ].join('');
}

/** The largest letters in which the title has its room: two lines, or more that are smaller. */
function fit(title: string, width: number): { size: number; lines: string[] } {
  const smallest = 44;
  const longest = title.split(/\s+/).reduce((long, word) => (word.length > long.length ? word : long), '');
  for (let size = 100; size > smallest; size -= 4) {
    const style = { font: display(), size };
    const lines = wrap(title, style, width);
    if (widthOf(longest, style) <= width && lines.length * size * 1.04 <= 225)
      return { size, lines: balanced(lines, style) };
  }
  return shortened(wrap(title, { font: display(), size: smallest }, width), smallest);
}

/** What is longer than four of the smallest lines is said to go on. */
const shortened = (lines: string[], size: number) => ({
  size,
  lines: lines.length > 4 ? [...lines.slice(0, 3), `${(lines[3] ?? '').slice(0, -2)}…`] : lines,
});

/** The house with its lit window, and its name. */
function roof(house: string, colour: Colour): string {
  const name = { font: display(), size: 31, fill: colour('text'), heavier: 8 };
  return [
    `<g transform="translate(${margin} 38) scale(1.15)">`,
    `<path d="M17 2 31 13.5V32H3V13.5z" fill="${colour('action')}"/>`,
    `<path d="M12 16h4.3v5H12zm5.700 0H22v5h-4.300zM12 22.400h4.300V27H12zm5.700 0H22V27h-4.300z" fill="${colour('lamp')}"/>`,
    '</g>',
    words(house, name, margin + 50, 67),
  ].join('');
}
