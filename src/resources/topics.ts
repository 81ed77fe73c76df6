import type { Topic } from './schema.ts';

export const topicsInWords: Record<Topic, string> = {
  housing: 'A place to live',
  work: 'Work',
  money: 'Money',
  health: 'Health',
  family: 'Family',
  legal: 'Papers and the law',
  community: 'Around town',
};
