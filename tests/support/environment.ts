import { setEnvironment } from '#platform/environment.ts';

/** Every setting with a value that serves nothing outside the tests, and nothing behind its addresses. */
const whole = {
  SITE_URL: 'http://localhost:4321',
  SUPABASE_URL: 'http://127.0.0.1:1',
  SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_of-a-test',
  SUPABASE_SECRET_KEY: 'sb_secret_of-a-test',
  SMTP_URL: 'smtp://local:local@127.0.0.1:1',
  MAIL_FROM: 'Juniper Hollow <hello@juniperhollow.example>',
  INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'test', k: 'A'.repeat(43) }] }),
  TOKEN_SECRET: 'only-for-tests'.padEnd(40, 'x'),
};

/** A whole environment, with what a test says of it. */
export const setTestEnvironment = (settings: Partial<typeof whole> & Record<string, string> = {}): void =>
  setEnvironment({ ...whole, ...settings });
