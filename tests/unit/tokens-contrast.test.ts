import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** The declarations of every rule whose selector is exactly this one, later ones last. */
function declarations(selector: string): Map<string, string> {
  const escaped = selector.replace(/[[\]():'^$.*+?|\\]/g, '\\$&');
  const rules = [...css.matchAll(new RegExp(`(?:^|[\\s{}])${escaped} \\{([^{}]*)\\}`, 'g'))];
  return new Map(
    rules.flatMap(([, body = '']) =>
      [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
        ([, name = '', value = '']) => [name, value.trim()] as const,
      ),
    ),
  );
}

const byDay = declarations(':root');
const bySystem = declarations(":root:not([data-theme='light'])");
const byChoice = declarations(":root[data-theme='dark']");

function colour(tokens: Map<string, string>, name: string): string {
  const value = tokens.get(name);
  const reference = value?.match(/^var\(--([\w-]+)\)$/)?.[1];
  if (reference) return colour(tokens, reference);
  if (!value?.match(/^#[\da-f]{6}$/i)) throw new Error(`--${name} is not a colour: ${value}`);
  return value;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'raised', 'sunken', 'sky'];
const pairs: [foreground: string, backgrounds: string[], least: number][] = [
  ['text', grounds, 7],
  ['on-band', ['band'], 7],
  ['text-soft', grounds, 4.5],
  ['link', grounds, 4.5],
  ['link-hover', grounds, 4.5],
  ['attention', grounds, 4.5],
  ['on-action', ['action', 'action-hover'], 4.5],
  ['on-band-soft', ['band'], 4.5],
  ['control', grounds, 3],
  ['action', grounds, 3],
  ['focus-outer', grounds, 3],
  ['lamp', ['band'], 3],
];

describe.each([
  ['by day', byDay],
  ['after dark', new Map([...byDay, ...byChoice])],
])('%s', (_, tokens) => {
  test.each(pairs.flatMap(([front, backs, least]) => backs.map((back) => [front, back, least] as const)))(
    '%s on %s has a contrast of at least %d',
    (front, back, least) => {
      expect(contrast(colour(tokens, front), colour(tokens, back))).toBeGreaterThanOrEqual(least);
    },
  );

  test('the focus ring has two tones that differ', () => {
    expect(contrast(colour(tokens, 'focus-inner'), colour(tokens, 'focus-outer'))).toBeGreaterThanOrEqual(3);
  });
});

test('the device’s wish for dark and the person’s choice of it give the same colours', () => {
  expect(bySystem.size).toBeGreaterThan(10);
  expect(byChoice).toEqual(bySystem);
});
