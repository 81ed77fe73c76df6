import { strengthOf, type Urge } from './urges.ts';

/** A line of the log as the fields of a form say it, and the other way round. */

const wentOf = (written: string): Urge['went'] =>
  (['eased', 'stayed', 'used'] as const).find((went) => went === written) ?? '';

export const urgeFrom = (written: (name: string) => string, id: string): Urge => ({
  id,
  day: written('day'),
  time: written('time').slice(0, 5),
  where: written('where'),
  trigger: written('trigger'),
  before: strengthOf(written('before')),
  after: strengthOf(written('after')),
  did: written('did'),
  went: wentOf(written('went')),
  note: written('note'),
});

export const urgeFields = ({ before, after, ...urge }: Urge): Record<string, string> => ({
  ...urge,
  before: before === null ? '' : String(before),
  after: after === null ? '' : String(after),
});
