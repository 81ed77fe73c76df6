import { loadLocalEnvironment } from '#platform/environment.ts';
import { sealKeyIds } from '#platform/sealed.ts';
import { reportOf } from '#step-down/keys/report.ts';
import { keysInUse, rotateKeys } from '#step-down/keys/rotate.ts';
import { projectHost } from '../project.ts';

/**
 * `npm run keys:rotate`: puts everything that is sealed under the first key of INTAKE_KEYS, while the site
 * goes on working. Ctrl-C stops it after the row at hand; another run goes on.
 */
async function run(): Promise<void> {
  loadLocalEnvironment();
  const keyIds = sealKeyIds();
  console.log(`Sealing anew with "${keyIds[0]}", at ${projectHost()}.`);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  let done = 0;
  const rotation = await rotateKeys(stop.signal, () => {
    if (++done % 100 === 0) console.log(`${done} records …`);
  });
  const { lines, errors } = reportOf(rotation, await keysInUse(), keyIds);
  for (const line of lines) console.log(line);
  for (const error of errors) console.error(error);
  if (rotation.stopped || errors.length > 0) process.exitCode = 1;
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
