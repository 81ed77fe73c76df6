import { existsSync } from 'node:fs';
import { argv, loadEnvFile, env as processEnvironment } from 'node:process';
import * as z from 'zod';

/**
 * Everything the site reads from its surroundings. This module is the only reader of process.env in
 * src/ and netlify/: a test holds that, so that a missing setting has one place to be explained.
 */

const text = (form: string) => z.string({ error: form });
const startingWith = (prefix: string) => {
  const form = `a key that starts with ${prefix}`;
  return text(form).startsWith(prefix, { error: form });
};
const address = (protocol: RegExp, form: string) => z.url({ protocol, error: form });
const httpAddress = address(/^https?$/, 'an http(s) address, as https://example.org');

const keySetForm =
  'a JWK set as JSON, {"keys":[{"kty":"oct","kid":"…","k":"…"}]}, each with a "kid" of its own and 32 random bytes in base64url as "k"';
const keySet = text(keySetForm).transform((json, context) => {
  const error = { code: 'custom', message: keySetForm } as const;
  try {
    const parsed = keys.safeParse(JSON.parse(json));
    if (parsed.success) return parsed.data;
  } catch {
    // not JSON: the same sentence says what it should be
  }
  context.addIssue(error);
  return z.NEVER;
});
const key = z.object({
  kty: z.literal('oct'),
  kid: z.string().min(1).max(60),
  // 32 bytes, as A256GCM needs: another length would fail only when the first sign-up arrives
  k: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
const keys = z
  .object({ keys: z.array(key).min(1) })
  .refine((set) => new Set(set.keys.map(({ kid }) => kid)).size === set.keys.length);

const sender = 'a sender, as "Juniper Hollow <hello@example.org>"';
const random = 'at least 32 random characters';

const environmentSchema = z.object({
  SITE_URL: httpAddress,
  SUPABASE_URL: httpAddress,
  SUPABASE_PUBLISHABLE_KEY: startingWith('sb_publishable_'),
  SUPABASE_SECRET_KEY: startingWith('sb_secret_'),
  SMTP_URL: address(/^smtps?$/, 'an smtp:// or smtps:// address with user and password'),
  MAIL_FROM: text(sender).includes('@', { error: sender }),
  /** A JWK set of 256-bit "oct" keys: the first encrypts, all decrypt. */
  INTAKE_KEYS: keySet,
  TOKEN_SECRET: text(random).min(32, { error: random }),
  BUILD_HOOK_URL: httpAddress.optional(),
});

/** Every variable the site reads, for .env.example to be compared with. */
export const environmentVariables = Object.keys(environmentSchema.shape);

export type Environment = z.infer<typeof environmentSchema>;
type PublicDatabaseSettings = Pick<Environment, 'SUPABASE_URL' | 'SUPABASE_PUBLISHABLE_KEY'>;
type ServiceDatabaseSettings = Pick<Environment, 'SUPABASE_URL' | 'SUPABASE_SECRET_KEY'>;

/** A setting is missing or malformed. The message names each one and its form, never a value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** What is wrong with each setting, by its name: one sentence, however much it is. */
function troubleOf(error: z.ZodError): Map<string, string> {
  const forms = new Map(error.issues.map(({ path, message }) => [String(path[0]), message]));
  return new Map(
    [...forms].map(([name, form]) => [
      name,
      `${processEnvironment[name] ? 'should be' : 'is not set; it should be'} ${form}`,
    ]),
  );
}

/** What is wrong with each setting, by its name, never its value: empty when nothing is. */
export function environmentTrouble(): Map<string, string> {
  const result = environmentSchema.safeParse(processEnvironment);
  return result.success ? new Map() : troubleOf(result.error);
}

function parse<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(processEnvironment);
  if (result.success) return result.data;
  const lines = [...troubleOf(result.error)].map(([name, sentence]) => `  ${name}: ${sentence}`);
  throw new EnvironmentError(`The environment is incomplete (see .env.example):\n${lines.join('\n')}`);
}

/** What was checked already: an answer reads the settings several times, and a check costs as much as a call. */
const known = new Map<z.ZodType, unknown>();

function checked<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  if (!known.has(schema)) known.set(schema, parse(schema));
  return known.get(schema) as z.infer<Schema>;
}

/** The parsed environment, checked once. Throws {@link EnvironmentError}. */
export const environment = (): Environment => checked(environmentSchema);

const publicDatabaseSchema = environmentSchema.pick({ SUPABASE_URL: true, SUPABASE_PUBLISHABLE_KEY: true });
const serviceDatabaseSchema = environmentSchema.pick({ SUPABASE_URL: true, SUPABASE_SECRET_KEY: true });

/** Only what a build or a public read needs, so that a build never asks for a secret. */
export const publicDatabaseSettings = (): PublicDatabaseSettings => checked(publicDatabaseSchema);

/** What the service needs to reach the database: a command line holds no mail or token settings. */
export const serviceDatabaseSettings = (): ServiceDatabaseSettings => checked(serviceDatabaseSchema);

/** The public origin without a trailing slash; the local one where none is set, but never in a hosted build. */
export function siteUrl(): string {
  const chosen = processEnvironment['SITE_URL'];
  // a build that forgets it would put localhost into every calendar file and feed
  if (!chosen && processEnvironment['NETLIFY']) parse(environmentSchema.pick({ SITE_URL: true }));
  return (chosen ?? 'http://localhost:4321').replace(/\/+$/, '');
}

/** Whether the host gave this process the key with which its CDN can be told to forget. */
export const canPurge = (): boolean => !!processEnvironment['NETLIFY_PURGE_API_TOKEN'];

/** The folder a build leaves its stamp and its report in. A local rebuild keeps them from the running site until it is ready. */
export const leftBeside = (): string => processEnvironment['BUILD_LEAVES_IN'] ?? '.';

/** Whether this process is `astro build`, and not `astro check` or a development server. */
export const isBuild = (): boolean => argv.includes('build');

/** Loads `.env`, or else what the local stack wrote for its neighbours. Values already set win. */
export function loadLocalEnvironment(): void {
  const file = ['.env', '.data/local.env'].find((path) => existsSync(path));
  if (file) loadEnvFile(file);
  known.clear();
}

/** Ports of the local stack by the variable that changes each, with what they are otherwise. */
export const portVariables = { PORT: 4321, SUPABASE_PORT: 54321, MAIL_UI_PORT: 8025, SMTP_PORT: 1025 };

/** The ports of the local stack. Throws {@link EnvironmentError} with the variable to correct. */
export function localPorts() {
  const port = (name: keyof typeof portVariables) => {
    const chosen = z.coerce
      .number()
      .int()
      .min(1)
      .max(65535)
      .safeParse(processEnvironment[name] ?? portVariables[name]);
    if (chosen.success) return chosen.data;
    throw new EnvironmentError(`${name} should be a port: a whole number from 1 to 65535`);
  };
  return {
    site: port('PORT'),
    supabase: port('SUPABASE_PORT'),
    mailUi: port('MAIL_UI_PORT'),
    smtp: port('SMTP_PORT'),
  };
}

/** Sets the environment of this process: what the local stack and tests do in place of a host. */
export function setEnvironment(settings: Record<string, string>): void {
  Object.assign(processEnvironment, settings);
  known.clear();
}
