import { env } from 'node:process';
import { Unusable } from '../export/folder.ts';
import type { Key, Lock } from './archive.ts';

/** What closes and opens a backup comes from the environment: what is typed with a command stays in its history. */

const shortest = 16;

/** The public keys named with the command, or else the passphrase. Throws {@link Unusable}. */
export function lockFrom(recipients: string[]): Lock {
  const wrong = recipients.find((one) => !/^age1[a-z0-9]+$/.test(one));
  if (wrong !== undefined) throw new Unusable(`“${wrong}” is no public key: it begins with age1.`);
  if (recipients.length > 0) return { recipients };
  const passphrase = env['BACKUP_PASSPHRASE'] ?? '';
  if (passphrase.length >= shortest) return { passphrase };
  throw new Unusable(
    `A backup is a list of people who were in treatment, so it is always closed. Put a passphrase of at least ${shortest} characters into BACKUP_PASSPHRASE, or name a public key with --recipient.`,
  );
}

/** The secret key, or else the passphrase. Throws {@link Unusable}. */
export function keyFromEnvironment(): Key {
  const { BACKUP_IDENTITY: identity, BACKUP_PASSPHRASE: passphrase } = env;
  if (identity?.startsWith('AGE-SECRET-KEY-')) return { identity };
  if (passphrase) return { passphrase };
  throw new Unusable(
    'Put what opens the backup into BACKUP_PASSPHRASE or BACKUP_IDENTITY (AGE-SECRET-KEY-…).',
  );
}

/** Where a postgres address leads, without its password. Throws {@link Unusable}. */
export function placeOf(address: string): string {
  const url = URL.parse(address);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Unusable('The database is named by its address, as postgresql://user@host:5432/postgres.');
  }
  return url.host + url.pathname;
}
