import { describe, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { facts } from '#platform/facts.ts';
import { checkContent, readContent, type Content } from '../../local/doctor/content.ts';
import { lineOf, type Finding } from '../../local/doctor/finding.ts';
import { checkSettings } from '../../local/doctor/settings.ts';
import { wellSet } from '../support/settings.ts';

/** What `npm run doctor` says of settings and content. Each test breaks one thing of a deployment that is in order. */

const marked = (findings: Finding[]) =>
  findings.filter(({ mark }) => mark !== 'good').map(({ mark, what }) => `${mark}: ${what}`);

const settings = (changes: Record<string, string> = {}) => {
  setEnvironment({ ...wellSet, ...changes });
  return checkSettings();
};

describe('Settings', () => {
  test('in order are in order', () => {
    expect(settings()).toEqual([{ mark: 'good', what: 'Every setting has its form.' }]);
  });

  test.each<[string, string, RegExp]>([
    [
      'SUPABASE_SECRET_KEY',
      '',
      /^bad: SUPABASE_SECRET_KEY is not set; it should be a key that starts with sb_secret_/,
    ],
    [
      'SUPABASE_SECRET_KEY',
      'sb_publishable_planted',
      /^bad: SUPABASE_SECRET_KEY should be a key that starts/,
    ],
    ['SITE_URL', 'http://alumni.willow-house.org', /^bad: SITE_URL is not https/],
    ['SITE_URL', 'https://alumni.example.org', /^bad: SITE_URL is still the example/],
    ['SITE_URL', 'http://localhost:4321', /^look: SITE_URL is on this machine/],
    ['SUPABASE_URL', 'https://your-project.supabase.co', /^bad: SUPABASE_URL is still the example/],
    [
      'SUPABASE_PUBLISHABLE_KEY',
      'sb_publishable_replace-me',
      /^bad: SUPABASE_PUBLISHABLE_KEY is still the example/,
    ],
    ['SMTP_URL', 'smtps://user:planted@smtp.example.org:465', /^bad: SMTP_URL is still the example/],
    [
      'MAIL_FROM',
      'Juniper Hollow <hello@juniperhollow.example>',
      /^bad: MAIL_FROM is an address that does not exist/,
    ],
    ['TOKEN_SECRET', 'planted-'.repeat(6), /^bad: TOKEN_SECRET does not look random/],
    [
      'TOKEN_SECRET',
      'Rk8fZ0yT1m2pQx7Lw3VhJc9uBn4sEd6Ga5iKoPtYrXM',
      /^bad: TOKEN_SECRET and INTAKE_KEYS are the same/,
    ],
    [
      'INTAKE_KEYS',
      JSON.stringify({ keys: [{ kty: 'oct', kid: 'one', k: 'k'.repeat(43) }] }),
      /^bad: Key "one" of INTAKE_KEYS does not look random/,
    ],
    [
      'BUILD_HOOK_URL',
      'https://api.netlify.com/build_hooks/replace-me',
      /^bad: BUILD_HOOK_URL is still the example/,
    ],
  ])('%s="%s" is noticed, and no value is printed', (name, value, words) => {
    const found = settings({ [name]: value });
    expect(marked(found)).toHaveLength(1);
    expect(marked(found)[0]).toMatch(words);
    expect(found.map(lineOf).join('\n')).not.toContain('planted');
  });

  test('without a build hook is something to look at', () => {
    setEnvironment(wellSet);
    delete process.env['BUILD_HOOK_URL'];
    expect(marked(checkSettings())).toEqual(['look: BUILD_HOOK_URL is not set.']);
  });
});

describe('Content', () => {
  const line = { ...facts().lines[0], verifyBy: '2027-11-22' } as Content['facts']['lines'][number];
  const inOrder: Content = {
    site: { demo: false, phone: '(303) 155-0100', languages: ['en', 'es'] },
    facts: { lines: [line], facts: [] },
    guides: ['/guides/sleep/'],
    unread: [],
    readInSpanish: () => true,
    named: [],
    today: '2027-01-01',
  };

  test('in order is in order', () => {
    const found = checkContent(inOrder);
    expect(marked(found)).toEqual([]);
    expect(found.length).toBeGreaterThan(2);
  });

  test.each<[string, Partial<Content>, RegExp]>([
    [
      'of a demo',
      { site: { ...inOrder.site, demo: true } },
      /^look: content\/site\.yml says that this is a demo/,
    ],
    [
      'with a made-up number',
      { site: { ...inOrder.site, phone: '(303) 555-0142' } },
      /^bad: The telephone number/,
    ],
    [
      'of a demo with a made-up number',
      { site: { ...inOrder.site, demo: true, phone: '303 555 0142' } },
      /^look: The telephone/m,
    ],
    [
      'that names the demo',
      { named: [{ file: 'content/x', signs: ['555-01'] }] },
      /^look: 1 files of content/,
    ],
    ['past its day', { today: '2027-11-23' }, /^bad: Entries of content\/facts\.yml were not verified/],
    [
      'close to its day',
      { today: '2027-11-01' },
      /^look: 1 entries of content\/facts\.yml are to be verified/,
    ],
    ['no clinician has read', { unread: ['/guides/sleep/'] }, /^look: 1 of 1 guides wait for a clinician/],
    [
      'nobody has read in Spanish',
      { readInSpanish: () => false },
      /^look: 1 guides were read by no clinician in Spanish/,
    ],
  ])('%s is noticed', (_what, change, words) => {
    expect(marked(checkContent({ ...inOrder, ...change })).join('\n')).toMatch(words);
  });

  test('of this project is read whole', async () => {
    const content = await readContent();
    expect(content.guides.length).toBeGreaterThan(25);
    expect(content.unread.length).toBeGreaterThan(0);
    expect(content.named.length).toBeGreaterThan(3);
    expect(marked(checkContent(content)).join('\n')).toContain('says that this is a demo');
  });
});
