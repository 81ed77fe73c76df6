import { maxLength, object, optional, pipe, string, type InferOutput } from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { words as said } from './words.ts';

/** What is written on a coping card. */

const words = optional(pipe(string(), maxLength(200)), '');
const cardShape = object({
  ...{ 'reason-1': words, 'reason-2': words, 'reason-3': words },
  ...{ 'person-1': words, 'person-2': words, 'person-3': words },
  ...{ 'phone-1': words, 'phone-2': words, 'phone-3': words },
  ...{ 'action-1': words, 'action-2': words, 'action-3': words },
});

export type Card = InferOutput<typeof cardShape>;

export const cardDrawer: Drawer<Card> = {
  name: 'card',
  title: said.title,
  page: '/tools/coping-card/',
  version: 1,
  shape: cardShape,
  inWords: (card) =>
    [
      ...[card['reason-1'], card['reason-2'], card['reason-3']].map(
        (reason) => reason && said.reason(reason),
      ),
      ...[
        `${card['person-1']} ${card['phone-1']}`.trim(),
        `${card['person-2']} ${card['phone-2']}`.trim(),
        `${card['person-3']} ${card['phone-3']}`.trim(),
      ].map((person) => person && said.person(person)),
      ...[card['action-1'], card['action-2'], card['action-3']].map(
        (action) => action && said.action(action),
      ),
    ].filter((line) => line !== ''),
};
