import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { cardDrawer, type Card } from '#tools/coping-card/card.ts';
import { planDrawer } from '#tools/plan/plan.ts';
import { peopleOn } from '#tools/your-people/people.ts';

const card = (fields: Record<string, string>): Card => parse(cardDrawer.shape, fields);

test('those with a number can be called, in the order in which they were written down', () => {
  const dee = card({ 'person-1': 'Sam', 'person-2': ' Dee ', 'phone-2': '(303) 555-0199' });
  const kit = card({ 'person-1': 'Kit', 'phone-1': '+1 303 555 0123' });
  expect(peopleOn([dee, kit])).toEqual([
    { name: 'Dee', address: 'tel:3035550199' },
    { name: 'Kit', address: 'tel:+13035550123' },
  ]);
});

test('who stands in the plan and on the card is there once, by the name that came first', () => {
  const plan = card({ 'person-1': 'Dee (sister)', 'phone-1': '303-555-0199' });
  const again = card({ 'person-3': 'Dee', 'phone-3': '303 555 0199' });
  expect(peopleOn([plan, again])).toEqual([{ name: 'Dee (sister)', address: 'tel:3035550199' }]);
});

test('nobody is nobody, and a number without a name still rings', () => {
  expect(peopleOn([])).toEqual([]);
  expect(peopleOn([card({})])).toEqual([]);
  expect(peopleOn([card({ 'phone-1': '303 555 0199' })])).toEqual([{ name: '', address: 'tel:3035550199' }]);
});

test('a plan has its people in the fields that a card has, so that the one is read as the other', () => {
  const plan = parse(planDrawer.shape, {
    'person-1': 'Dee',
    'phone-1': '303 555 0199',
    'sign-1': 'Not sleeping',
  });
  expect(peopleOn([parse(cardDrawer.shape, plan)])).toEqual([{ name: 'Dee', address: 'tel:3035550199' }]);
  expect([planDrawer.name, planDrawer.version]).toEqual(['plan', cardDrawer.version]);
});
