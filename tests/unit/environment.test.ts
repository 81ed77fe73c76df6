import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  environment,
  EnvironmentError,
  environmentVariables,
  localPorts,
  portVariables,
  publicDatabaseSettings,
  serviceDatabaseSettings,
  setEnvironment,
  siteUrl,
} from '#platform/environment.ts';

const keySet = (...ids: string[]) =>
  JSON.stringify({ keys: ids.map((kid) => ({ kty: 'oct', kid, k: 'k'.repeat(43) })) });

const complete = {
  SITE_URL: 'https://example.org',
  SUPABASE_URL: 'https://project.supabase.co',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_here',
  SUPABASE_SECRET_KEY: 'sb_secret_here',
  SMTP_URL: 'smtps://user:word@smtp.example.org:465',
  MAIL_FROM: 'Juniper Hollow <hello@example.org>',
  INTAKE_KEYS: keySet('first', 'second'),
  TOKEN_SECRET: 't'.repeat(32),
  BUILD_HOOK_URL: 'https://example.org/hook',
};
type Name = keyof typeof complete;

/** What each message says a value should look like. */
const forms: Record<Name, string> = {
  SITE_URL: 'https://example.org',
  SUPABASE_URL: 'https://example.org',
  SUPABASE_PUBLISHABLE_KEY: 'starts with sb_publishable_',
  SUPABASE_SECRET_KEY: 'starts with sb_secret_',
  SMTP_URL: 'smtp:// or smtps://',
  MAIL_FROM: '"Juniper Hollow <hello@example.org>"',
  INTAKE_KEYS: '{"keys":[{"kty":"oct"',
  TOKEN_SECRET: 'at least 32 random characters',
  BUILD_HOOK_URL: 'https://example.org',
};

const names = Object.keys(complete) as Name[];

beforeEach(() => {
  for (const name of [...names, ...Object.keys(portVariables), 'NETLIFY']) vi.stubEnv(name, undefined);
  setEnvironment(complete);
});
afterEach(() => vi.unstubAllEnvs());

/** Without: the variable is not there at all. */
const without = (name: string) => {
  vi.stubEnv(name, undefined);
  setEnvironment({});
};

const messageOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  throw new Error('Nothing was wrong');
};

test('a complete environment is read, with the keys parsed', () => {
  expect(environment().INTAKE_KEYS.keys.map(({ kid }) => kid)).toEqual(['first', 'second']);
  expect([...names].sort()).toEqual([...environmentVariables].sort());
});

describe('a missing setting is named, with its form', () => {
  test.each(names.filter((name) => name !== 'BUILD_HOOK_URL'))('%s', (name) => {
    without(name);
    const message = messageOf(environment);
    expect(message).toContain(`${name}: is not set; it should be`);
    expect(message).toContain(forms[name]);
    expect(message).toContain('.env.example');
  });

  test('all of them at once, one line each', () => {
    for (const name of names) vi.stubEnv(name, undefined);
    setEnvironment({});
    const lines = messageOf(environment).split('\n').slice(1);
    expect(lines.map((line) => /^ {2}(\w+): /.exec(line)?.[1]).sort()).toEqual(
      names.filter((name) => name !== 'BUILD_HOOK_URL').sort(),
    );
    expect(lines.join()).not.toMatch(/Invalid|expected|undefined/);
  });

  test('the build hook may be left out', () => {
    without('BUILD_HOOK_URL');
    expect(environment().BUILD_HOOK_URL).toBeUndefined();
  });
});

describe('a malformed setting is named with its form, and its value is never repeated', () => {
  const secret = 'do-not-repeat-me';
  const malformed: [Name, string][] = [
    ['SITE_URL', secret],
    ['SITE_URL', `ftp://${secret}`],
    ['SUPABASE_URL', `${secret}.supabase.co`],
    ['SUPABASE_PUBLISHABLE_KEY', `eyJ${secret}`],
    ['SUPABASE_SECRET_KEY', `sb_publishable_${secret}`],
    ['SMTP_URL', `https://${secret}@smtp.example.org`],
    ['MAIL_FROM', secret],
    ['TOKEN_SECRET', secret],
    ['BUILD_HOOK_URL', secret],
    ['INTAKE_KEYS', secret],
    ['INTAKE_KEYS', JSON.stringify({ keys: [] })],
    ['INTAKE_KEYS', JSON.stringify({ keys: [{ kty: 'oct', kid: 'a', k: secret }] })],
    ['INTAKE_KEYS', JSON.stringify({ keys: [{ kty: 'RSA', kid: secret, k: 'k'.repeat(43) }] })],
    ['INTAKE_KEYS', JSON.stringify({ keys: [{ kty: 'oct', kid: secret, k: 'k'.repeat(44) }] })],
    ['INTAKE_KEYS', keySet(secret, secret)],
  ];
  test.each(malformed)('%s=%s', (name, value) => {
    setEnvironment({ [name]: value });
    const message = messageOf(environment);
    expect(message).toContain(`${name}: should be`);
    expect(message).toContain(forms[name]);
    expect(message).not.toContain(secret);
    expect(message.split('\n')).toHaveLength(2);
  });
});

test('a build asks for no secret, and a command for nothing but the database', () => {
  for (const name of names.filter((name) => !name.startsWith('SUPABASE'))) vi.stubEnv(name, undefined);
  without('SUPABASE_SECRET_KEY');
  expect(publicDatabaseSettings().SUPABASE_URL).toBe(complete.SUPABASE_URL);
  expect(messageOf(serviceDatabaseSettings)).toContain('SUPABASE_SECRET_KEY: is not set');
  setEnvironment({ SUPABASE_SECRET_KEY: complete.SUPABASE_SECRET_KEY });
  without('SUPABASE_PUBLISHABLE_KEY');
  expect(serviceDatabaseSettings().SUPABASE_SECRET_KEY).toBe(complete.SUPABASE_SECRET_KEY);
});

describe('the address of the site', () => {
  test('has no slash at its end', () => {
    setEnvironment({ SITE_URL: 'https://example.org//' });
    expect(siteUrl()).toBe('https://example.org');
  });

  test('is the local one where none is set, but a hosted build must say it', () => {
    without('SITE_URL');
    expect(siteUrl()).toBe('http://localhost:4321');
    vi.stubEnv('NETLIFY', 'true');
    expect(messageOf(siteUrl)).toContain('SITE_URL: is not set');
  });
});

describe('ports', () => {
  test('are the usual ones, and each follows its variable', () => {
    expect(localPorts()).toEqual({ site: 4321, supabase: 54321, mailUi: 8025, smtp: 1025 });
    setEnvironment({ PORT: '5000', SMTP_PORT: '2525' });
    expect(localPorts()).toEqual({ site: 5000, supabase: 54321, mailUi: 8025, smtp: 2525 });
  });

  test.each(['http', '0', '70000', '80.5', ''])('“%s” is no port, and the variable is named', (value) => {
    setEnvironment({ MAIL_UI_PORT: value });
    expect(messageOf(localPorts)).toBe('MAIL_UI_PORT should be a port: a whole number from 1 to 65535');
  });
});
