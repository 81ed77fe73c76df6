import { parseArgs } from 'node:util';
import { serviceDatabase } from '#platform/database.ts';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { answerLines, answersOn } from '../demo/answers.ts';
import { demoNamedIn } from '../demo/named.ts';
import { removeDemo } from '../demo/remove.ts';
import { countOfDemo, demoTables, findDemo, type DemoRows } from '../demo/rows.ts';
import { projectHost } from '../project.ts';

/**
 * `npm run demo:remove`: removes what supabase/seed/ put into the database and nobody wrote over, and lists the
 * files that still name the demo organisation. `--dry-run` only says so. `--with-answers` also when people replied
 * to what is made up: their replies go along.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'with-answers': { type: 'boolean', default: false },
    },
  });
  loadLocalEnvironment();
  const dryRun = values['dry-run'];
  const where = projectHost();
  // a database that is busy may take its time: nobody waits for a page
  const database = serviceDatabase({ timeLimit: 60_000 });
  const demo = await findDemo(database);
  const answers = await answersOn(database, demo);
  const left = answerLines(answers);
  const may = left.length === 0 || values['with-answers'];

  const { removed, stays } = await removeDemo(database, demo, answers, may && !dryRun);
  console.log(`${dryRun || !may ? 'Would remove' : 'Removed'}, at ${where}:`);
  for (const [table, count] of removed) console.log(`  ${String(count).padStart(4)}  ${table}`);
  if (countOfDemo(demo) === 0) console.log('  There is nothing of the demo.');
  if (left.length > 0) console.log(`With them ${dryRun || !may ? 'would go' : 'went'}: ${left.join(', ')}.`);
  for (const line of [...changedLines(demo), ...stays]) console.log(`Stays: ${line}.`);
  await printFiles();

  if (!dryRun && !may) {
    throw new Error(
      'Nothing was removed: people answered what is made up. Move them first, or remove their answers too with --with-answers.',
    );
  }
}

const changedLines = ({ changed }: DemoRows): string[] =>
  demoTables
    .filter((table) => changed[table].length > 0)
    .map((table) => {
      const slugs = changed[table].map(({ slug }) => slug).join(', ');
      return `${table} that somebody wrote over (${slugs})`;
    });

async function printFiles(): Promise<void> {
  const named = await demoNamedIn();
  if (named.length === 0) return;
  console.log('\nThe demo organisation is still named in:');
  for (const { file, signs } of named) console.log(`  ${file}: ${signs.join(', ')}`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
