import { parseArgs } from 'node:util';
import { DatabaseUnavailable, serviceDatabase } from '#platform/database.ts';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { exportEverything } from '../export/everything.ts';
import { Unusable } from '../export/folder.ts';
import { projectHost } from '../project.ts';

/** `npm run export`: everything an organisation has, as files it can take anywhere. */

const usage = 'npm run export -- <new folder> [--with-sign-ups]';

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'with-sign-ups': { type: 'boolean', default: false } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Unusable(`Name one folder:\n${usage}`);
  loadLocalEnvironment();
  console.log(`Taking everything out of ${projectHost()}.`);
  const withSignUps = values['with-sign-ups'];
  const taken = await exportEverything(folder, serviceDatabase({ timeLimit: 60_000 }), withSignUps, (line) =>
    console.log(`  ${line}`),
  );
  const { differing, attachments, opened } = taken;
  if (differing.length > 0 || attachments.missing.length > 0 || (opened?.closed ?? 0) > 0) {
    throw new Unusable(
      `Not everything is there: see the beginning of ${folder}/README.txt. If somebody was writing meanwhile, run it again into a new folder.`,
    );
  }
  console.log(
    `Everything is in ${folder}, and counted. Begin with README.txt. It is about people: keep it as records.`,
  );
}

try {
  await run();
} catch (error) {
  if (error instanceof DatabaseUnavailable)
    console.error('The database does not answer. What is in the folder is not complete.');
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
