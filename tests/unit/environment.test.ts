import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { environment, environmentVariables, setEnvironment } from '#platform/environment.ts';

const complete = {
  SITE_URL: 'https://example.org',
  SUPABASE_URL: 'https://database.example.org',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_planted',
  SUPABASE_SECRET_KEY: 'sb_secret_planted',
  SMTP_URL: 'smtps://planted:planted@mail.example.org',
  MAIL_FROM: 'Hello <hello@example.org>',
  INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'one', k: 'k'.repeat(43) }] }),
  TOKEN_SECRET: 'planted-'.repeat(5),
};

const refusal = (changes: Record<string, string>) => {
  setEnvironment({ ...complete, ...changes });
  try {
    environment();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('a complete environment is taken', () => {
  expect(refusal({})).toBe('');
});

test.each(Object.keys(complete))('an unset %s stops the program with its name and its form', (name) => {
  expect(refusal({ [name]: '' })).toMatch(new RegExp(`^  ${name}: .{10,}`, 'm'));
});

test.each([
  ['SITE_URL', 'planted'],
  ['SUPABASE_PUBLISHABLE_KEY', 'planted-key'],
  ['SUPABASE_SECRET_KEY', 'sb_publishable_planted'],
  ['SMTP_URL', 'http://planted.example'],
  ['INTAKE_KEYS', '{"keys": ["planted"]}'],
  ['INTAKE_KEYS', 'planted'],
  ['INTAKE_KEYS', '{"keys": []}'],
  ['TOKEN_SECRET', 'planted'],
])('%s="%s" is refused by name, and its value is not repeated', (name, value) => {
  const words = refusal({ [name]: value });
  expect(words).toContain(name);
  expect(words).not.toContain('planted');
});

test('.env.example has a line for every variable, and no other', async () => {
  const lines = (await readFile('.env.example', 'utf8')).split('\n');
  const named = lines
    .map((line) => /^#?\s?([A-Z][A-Z_]+)=/.exec(line)?.[1])
    .filter((name) => name !== undefined);
  const ports = ['PORT', 'SUPABASE_PORT', 'MAIL_UI_PORT', 'SMTP_PORT'];
  expect(named.sort()).toEqual([...environmentVariables, ...ports].sort());
});
