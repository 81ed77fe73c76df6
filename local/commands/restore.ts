import { parseArgs } from 'node:util';
import { EnvironmentError, environment, loadLocalEnvironment } from '#platform/environment.ts';
import { restoreFiles } from '../backup/files.ts';
import { checkKeys } from '../backup/keys.ts';
import { keyFromEnvironment, placeOf } from '../backup/options.ts';
import { restoreRows } from '../backup/restore.ts';
import { Unusable } from '../export/folder.ts';

/** `npm run restore`: a backup into a new project, first its rows, then its files. */

const usage = `npm run restore -- <file> --into <postgres address>
npm run restore -- <file> --files`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { into: { type: 'string' }, files: { type: 'boolean', default: false } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || values.files === (values.into !== undefined)) {
    throw new Unusable(`Name one file, and either the database or the files:\n${usage}`);
  }
  const key = keyFromEnvironment();
  loadLocalEnvironment();
  if (values.into === undefined) {
    console.log(`Putting the files into ${new URL(environment().SUPABASE_URL).host}.`);
    const there = await restoreFiles(file, key);
    console.log(there === 1 ? '1 file is there.' : `${there} files are there.`);
    return;
  }
  console.log(`Restoring into ${placeOf(values.into)}.`);
  const { head, manifest } = await restoreRows(file, values.into, key, (line) => console.log(`  ${line}`));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${rows} rows of ${manifest.tables.length} tables are as they were at ${head.madeAt}, each table compared.`,
  );
  const waiting = manifest.files === 1 ? '1 file waits' : `${manifest.files} files wait`;
  if (manifest.files > 0) console.log(`${waiting}: npm run restore -- ${file} --files`);
  const { lines, errors } = await checkKeys(values.into, head);
  for (const line of lines) console.log(line);
  if (errors.length > 0) throw new Unusable(errors.join('\n'));
}

try {
  await run();
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  console.error(error instanceof EnvironmentError ? `The keys were not tried. ${why}` : why);
  process.exitCode = 1;
}
