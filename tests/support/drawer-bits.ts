import { drawers } from '#tools/my-data/drawers.ts';

/** A bit for each drawer, in the shape it is kept in. */
const bits: Record<string, unknown> = {
  basics: [{ at: '2026-11-01T08:00:00.000Z', tapped: ['hungry'] }],
  card: { 'reason-1': 'Breakfast' },
  'check-in': { signs: ['Skipping meals'], times: [] },
  days: { counters: [{ id: 'one', name: 'Mornings', began: '2026-11-01' }] },
  'days-out': [
    {
      slug: 'supper',
      title: 'Supper',
      when: 'Friday',
      ends: '2030-01-01T00:00:00Z',
      where: 'Here',
      contact: '',
    },
  ],
  'first-90-days': { home: '2026-11-01', done: [], own: [] },
  plan: { 'safe-places': 'The library' },
  savings: { weekly: 20, since: '2026-11-01' },
  'ten-questions': { programs: [{ name: 'Evenings', notes: {} }] },
  urges: { urges: [{ id: 'one', day: '2026-11-01' }] },
  week: { blocks: [{ kind: 'meal', what: 'Soup', days: [1], from: '18:00', to: '' }] },
};

/** A copy as `/my-data/` saves it, with something in every drawer of the register. */
export const aCopy = () =>
  Buffer.from(
    JSON.stringify({
      ...{ kind: 'my-notes', version: 1, saved: '2026-11-02T08:00:00.000Z' },
      drawers: Object.fromEntries(
        drawers.map(({ name }) => [
          name,
          { version: 1, changed: '2026-11-01T08:00:00.000Z', value: bits[name] },
        ]),
      ),
    }),
  );
