import { beforeAll, describe, expect, test } from 'vitest';
import { excused, functionBundles, sizeLimit, type FunctionBundle } from '../support/function-bundles.ts';

/** What a function carries is read and compiled each time the host starts one. */

let bundles: FunctionBundle[];
beforeAll(async () => {
  bundles = await functionBundles({ minify: true });
}, 60_000);

const kilobytes = ({ code }: FunctionBundle) => code.byteLength / 1000;

/** Packages that few need, and the functions that use them. */
const mailing = ['deliver-mail', 'rsvps', 'rsvps-manage', 'step-down-sign-ups'];
const carriers: Record<string, string[]> = {
  '@supabase/supabase-js': [],
  '@supabase/realtime-js': [],
  '@supabase/functions-js': [],
  '@supabase/ssr': [],
  yaml: [],
  sharp: [],
  marked: [],
  'sanitize-html': [],
  '@supabase/auth-js': ['deliver-mail'],
  '@supabase/storage-js': ['files', 'purge-expired'],
  nodemailer: mailing,
  jose: mailing,
  'ical-generator': [...mailing, 'meetings-calendar'].sort(),
  'timezones-ical-library': ['meetings-calendar'],
  'rrule-temporal': ['extend-series'],
  'csv-parse': ['sync-meetings'],
  undici: ['sync-meetings'],
  'altcha-lib': ['rsvps', 'rsvps-challenge'],
};

describe('a function', () => {
  test('weighs no more than it may', () => {
    expect(bundles.length).toBeGreaterThan(20);
    const over = bundles
      .filter((bundle) => kilobytes(bundle) > (excused[bundle.name]?.kilobytes ?? sizeLimit))
      .map((bundle) => `${bundle.name}: ${Math.round(kilobytes(bundle))} kB`);
    expect(over).toEqual([]);
  });

  test('is excused only as long as it needs to be', () => {
    const light = Object.keys(excused).filter(
      (name) => !bundles.some((bundle) => bundle.name === name && kilobytes(bundle) > sizeLimit),
    );
    expect(light).toEqual([]);
  });

  test.each(Object.entries(carriers))('carries %s only where it is used', (name, users) => {
    const carrying = bundles.filter(({ parts }) => parts.has(name)).map((bundle) => bundle.name);
    expect(carrying.sort()).toEqual(users);
  });

  test('carries one language of zod besides English', () => {
    // all fifty weigh 150 kB more
    for (const { name, parts } of bundles) expect(parts.get('zod') ?? 0, name).toBeLessThan(130_000);
  });
});
