import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { environment, loadLocalEnvironment } from '#platform/environment.ts';
import { lockFrom, placeOf } from '../backup/options.ts';
import { takeBackup } from '../backup/take.ts';
import { Unusable } from '../export/folder.ts';

/** `npm run backup`: everything a project holds, in one closed file. docs/backup.md has the whole story. */

const usage = `npm run backup -- <new file> --from <postgres address> [--recipient age1…]
npm run backup -- --new-key`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      recipient: { type: 'string', multiple: true, default: [] },
      'new-key': { type: 'boolean', default: false },
    },
  });
  if (values['new-key']) return printNewKey();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || !values.from) {
    throw new Unusable(`Name one file and the database:\n${usage}`);
  }
  const lock = lockFrom(values.recipient);
  loadLocalEnvironment();
  const { SUPABASE_URL: files } = environment();
  console.log(`Backing up ${placeOf(values.from)}, with the files of ${new URL(files).host}.`);
  const {
    tables,
    files: written,
    missing,
  } = await takeBackup(file, values.from, lock, (line) => console.log(`  ${line}`));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const { size } = await stat(file);
  console.log(
    `${rows} rows of ${tables.length} tables and ${written} ${written === 1 ? 'file' : 'files'} are in ${file} (${Math.ceil(size / 1024)} kB).`,
  );
  console.log(
    'INTAKE_KEYS and TOKEN_SECRET are not in it: keep them in another place. Restore it once to know that it works.',
  );
  if (missing.length > 0) {
    throw new Unusable(
      `Storage did not have ${missing.length} files that the rows name:\n  ${missing.join('\n  ')}`,
    );
  }
}

async function printNewKey(): Promise<void> {
  const identity = await generateX25519Identity();
  console.log(`Public key, for --recipient:\n  ${await identityToRecipient(identity)}`);
  console.log(`Secret key, for BACKUP_IDENTITY. It is kept nowhere: write it down now.\n  ${identity}`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
