import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import { callAddress } from '#tools/coping-card/call-address.ts';
import { cardDrawer } from '#tools/coping-card/card.ts';

const read = (value: unknown) => readKept(cardDrawer, { version: 1, changed: '2026-11-22T20:00:00Z', value });

test('a card comes back as it was kept', () => {
  expect(read({ 'reason-1': 'Sam’s breakfast', 'phone-2': '(303) 555-0133' })).toMatchObject({
    value: { 'reason-1': 'Sam’s breakfast', 'phone-2': '(303) 555-0133', 'action-1': '' },
  });
});

test('what is no card is refused, and fields it does not know are dropped', () => {
  for (const value of [null, 'card', 7, { 'reason-1': 5 }, { 'reason-1': 'x'.repeat(201) }]) {
    expect(read(value)).toEqual({ trouble: 'not-ours' });
  }
  expect(read({ other: 'x' })).not.toHaveProperty('value.other');
});

test('a number can be called once it is long enough', () => {
  expect(callAddress('(303) 555-0133')).toBe('tel:3035550133');
  expect(callAddress('+44 20 7946 0000')).toBe('tel:+442079460000');
  expect(callAddress('5')).toBeUndefined();
});
