import { parseArgs } from 'node:util';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { log } from '#platform/log.ts';
import { openWords } from '#step-down/sealed-words.ts';
import { findSealed } from '#step-down/sign-ups.ts';

/**
 * `npm run sign-up:open -- <reference>`: what a person wrote, for whoever holds INTAKE_KEYS, so that the
 * notice to staff leads somewhere as long as there is no queue to read it in. Leaves a line in the log.
 */
async function run(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [reference] = positionals;
  if (positionals.length !== 1 || !reference) {
    throw new Error('Name the reference from the mail: npm run sign-up:open -- <reference>');
  }
  loadLocalEnvironment();
  const signUp = await findSealed(reference);
  if (!signUp) throw new Error('No sign-up stands under that reference: it may be withdrawn or closed.');

  const { nameToUse, contact, bestTimes, note, accessNeeds } = await openWords(signUp.sealed, signUp.id);
  log({ event: 'sign-up-opened', route: 'sign-up:open' });
  const lines: [string, string | undefined][] = [
    ['Reference', signUp.reference],
    ['Received', signUp.created_at],
    ['Asks for', [signUp.kind, signUp.programs?.title, signUp.cohorts?.slug].filter(Boolean).join(', ')],
    ['Name to use', nameToUse],
    ['Reach by', `${contact.channel}, ${contact.value}`],
    ['A message is safe', contact.safeToLeaveMessage ? 'yes' : 'no'],
    ['Best times', bestTimes?.join(', ')],
    ['Note', note],
    ['Access needs', accessNeeds],
    ['Language', signUp.language],
  ];
  for (const [label, text] of lines) if (text) console.log(`${label.padEnd(18)} ${text}`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
