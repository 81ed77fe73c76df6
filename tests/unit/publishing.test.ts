import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf, type Signs } from '#publishing/state.ts';
import { isOnItsWay, publishingWords } from '#publishing/state-words.ts';

/** Seconds after some moment, as an instant. */
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 12) + seconds * 1000).toISOString();
const signs = (said: Partial<Record<keyof Signs, number | null>>): Signs =>
  ({
    ...{ changedAt: at(0), builtAt: null, askedAt: null, failedAt: null, now: at(10) },
    ...Object.fromEntries(
      Object.entries(said).map(([name, seconds]) => [name, seconds === null ? null : at(seconds)]),
    ),
  }) as Signs;

describe('A change on its way to the site', () => {
  test.each([
    ['is saved while nobody was asked for a new site', {}, 'saved'],
    ['is saved while only the build before it was asked for', { askedAt: -5 }, 'saved'],
    ['is building once a site was asked for after it', { askedAt: 1 }, 'building'],
    ['is building while the site shown is older', { askedAt: 1, builtAt: -60 }, 'building'],
    ['is live when the build of the site began after it', { askedAt: 1, builtAt: 3 }, 'live'],
    ['is live however the build after that ended', { askedAt: 5, builtAt: 3, failedAt: 8 }, 'live'],
    ['says when the build with it failed', { askedAt: 1, failedAt: 8 }, 'failed'],
    ['is building again when it was asked for after a failure', { askedAt: 9, failedAt: 8 }, 'building'],
    ['is not held to blame for a failure before it', { failedAt: -30 }, 'saved'],
    ['is late when a build takes too long', { askedAt: 1, now: 400 }, 'late'],
    ['is late when nobody asks', { now: 400 }, 'late'],
  ] as const)('%s', (_, said, state) => {
    expect(stateOf(signs(said))).toBe(state);
  });

  const moment = fc.integer({ min: -1000, max: 1000 });
  const maybe = fc.option(moment);
  const any = fc.record({ changedAt: moment, builtAt: maybe, askedAt: maybe, failedAt: maybe, now: moment });

  test('is never called live before the site itself says so, and always then', () => {
    fc.assert(
      fc.property(any, (said) => {
        const live = said.builtAt !== null && said.builtAt >= said.changedAt;
        expect(stateOf(signs(said)) === 'live').toBe(live);
      }),
    );
  });

  test('never stays on its way for ever: in ten minutes it is live, failed or late', () => {
    fc.assert(
      fc.property(any, (said) => {
        const later = Math.max(said.changedAt, said.askedAt ?? 0) + 600;
        expect(isOnItsWay(stateOf(signs({ ...said, now: later })))).toBe(false);
      }),
    );
  });

  test('is told in words that say that nothing is lost when it does not come', () => {
    expect(publishingWords.failed.more).toContain('Your words are safe');
    expect(publishingWords.late.more).toContain('Your words are safe');
  });
});
