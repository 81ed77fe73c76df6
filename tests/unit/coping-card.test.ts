import { expect, test } from 'vitest';
import { callAddress, readCard } from '#tools/card.ts';

test('a card comes back as it was kept', () => {
  const card = { 'reason-1': 'Sam’s breakfast', 'phone-2': '(303) 555-0133' };
  expect(readCard(JSON.stringify(card))).toEqual(card);
});

test('what is no card is refused, and fields it does not know are dropped', () => {
  expect(readCard(null)).toBeUndefined();
  expect(readCard('not a card')).toBeUndefined();
  expect(readCard('[1]')).toBeUndefined();
  expect(readCard('{"reason-1":5,"other":"x","reason-2":" "}')).toEqual({});
});

test('a number can be called once it is long enough', () => {
  expect(callAddress('(303) 555-0133')).toBe('tel:3035550133');
  expect(callAddress('+44 20 7946 0000')).toBe('tel:+442079460000');
  expect(callAddress('5')).toBeUndefined();
});
