import { existsSync } from 'node:fs';
import { loadEnvFile, env as processEnvironment } from 'node:process';
import * as z from 'zod';

/**
 * Everything the site reads from its surroundings. This module is the only reader of process.env in
 * src/ and netlify/: a test holds that, so that a missing setting has one place to be explained.
 */

const keySet = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      keys: z
        .array(z.object({ kty: z.literal('oct'), kid: z.string().min(1), k: z.string().min(43) }))
        .min(1),
    }),
  );

const httpAddress = z.url({ protocol: /^https?$/, error: 'an http(s) address, as https://example.org' });

const environmentSchema = z.object({
  SITE_URL: httpAddress,
  SUPABASE_URL: httpAddress,
  SUPABASE_PUBLISHABLE_KEY: z
    .string()
    .startsWith('sb_publishable_', { error: 'a key that starts with sb_publishable_' }),
  SUPABASE_SECRET_KEY: z.string().startsWith('sb_secret_', { error: 'a key that starts with sb_secret_' }),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an smtp:// or smtps:// address with user and password' }),
  MAIL_FROM: z.string().min(3, { error: 'a sender, as "Juniper Hollow <hello@example.org>"' }),
  INTAKE_KEYS: keySet.describe('a JWK set of 256-bit "oct" keys; the first encrypts, all decrypt'),
  TOKEN_SECRET: z.string().min(32, { error: 'at least 32 random characters' }),
  BUILD_HOOK_URL: httpAddress.optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
type PublicDatabaseSettings = Pick<Environment, 'SUPABASE_URL' | 'SUPABASE_PUBLISHABLE_KEY'>;

/** A setting is missing or malformed. The message names each one and its form, never a value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

function parse<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(processEnvironment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path[0]?.toString() ?? '';
    return `  ${name}: ${processEnvironment[name] ? 'should be' : 'is not set; it should be'} ${issue.message}`;
  });
  throw new EnvironmentError(`The environment is incomplete (see .env.example):\n${lines.join('\n')}`);
}

let whole: Environment | undefined;

/** The parsed environment, checked once. Throws {@link EnvironmentError}. */
export function environment(): Environment {
  return (whole ??= parse(environmentSchema));
}

/** Only what a build or a public read needs, so that a build never asks for a secret. */
export function publicDatabaseSettings(): PublicDatabaseSettings {
  return parse(environmentSchema.pick({ SUPABASE_URL: true, SUPABASE_PUBLISHABLE_KEY: true }));
}

/** The public origin without a trailing slash; the local one where none is set. */
export function siteUrl(): string {
  return (processEnvironment['SITE_URL'] ?? 'http://localhost:4321').replace(/\/+$/, '');
}

/** Loads `.env`, or else what the local stack wrote for its neighbours. Values already set win. */
export function loadLocalEnvironment(): void {
  const file = ['.env', '.data/local.env'].find((path) => existsSync(path));
  if (file) loadEnvFile(file);
}

/** Ports of the local stack, each with the variable that changes it. */
export function localPorts() {
  const port = (name: string, fallback: number) =>
    z.coerce
      .number()
      .int()
      .min(1)
      .max(65535)
      .parse(processEnvironment[name] ?? fallback);
  return {
    site: port('PORT', 4321),
    supabase: port('SUPABASE_PORT', 54321),
    mailUi: port('MAIL_UI_PORT', 8025),
    smtp: port('SMTP_PORT', 1025),
  };
}

/** Sets the environment of this process: what the local stack and tests do in place of a host. */
export function setEnvironment(settings: Record<string, string>): void {
  Object.assign(processEnvironment, settings);
  whole = undefined;
}
