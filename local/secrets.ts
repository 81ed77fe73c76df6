import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SupabaseKeys } from './database/supabase.ts';

export interface LocalSecrets extends SupabaseKeys {
  tokenSecret: string;
  intakeKeys: string;
}

/** Secrets of this copy only: made up once, kept in the data folder, readable by their owner alone. */
export async function localSecrets(directory: string): Promise<LocalSecrets> {
  const file = join(directory, 'secrets.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as LocalSecrets;
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  const secrets: LocalSecrets = {
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(24)}`,
    jwtSecret: random(48),
    tokenSecret: random(48),
    intakeKeys: JSON.stringify({ keys: [{ kty: 'oct', kid: 'local-1', k: random(32) }] }),
  };
  await mkdir(directory, { recursive: true });
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
