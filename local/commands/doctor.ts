import { parseArgs } from 'node:util';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { examine } from '../doctor/examine.ts';
import { lineOf } from '../doctor/finding.ts';

/**
 * `npm run doctor`: what a configured deployment lacks, in plain words. Changes nothing, prints no secret and no
 * person, and sends a mail only to `--send-to`. Exits 1 when something is wrong.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { 'db-url': { type: 'string' }, 'send-to': { type: 'string' } } });
  loadLocalEnvironment();
  const count = { good: 0, look: 0, bad: 0 };
  for await (const { part, findings } of examine({ dbUrl: values['db-url'], sendTo: values['send-to'] })) {
    console.log(`\n${part}`);
    for (const finding of findings) {
      count[finding.mark] += 1;
      console.log(`  ${lineOf(finding).replaceAll('\n', '\n  ')}`);
    }
  }
  console.log(`\n${count.good} in order, ${count.look} to look at, ${count.bad} wrong.`);
  if (count.bad > 0) process.exitCode = 1;
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
