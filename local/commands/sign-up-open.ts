import { parseArgs } from 'node:util';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { openWords } from '#step-down/sealed-words.ts';
import { openByReference } from '#step-down/sign-ups.ts';

/**
 * `npm run sign-up:open -- <reference>`: what a person wrote, for whoever holds INTAKE_KEYS, when the staff
 * area cannot be reached. The look is written down in the audit log, as every look is.
 */
async function run(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [reference] = positionals;
  if (positionals.length !== 1 || !reference) {
    throw new Error('Name the reference from the mail: npm run sign-up:open -- <reference>');
  }
  loadLocalEnvironment();
  const signUp = await openByReference(reference);
  if (!signUp) throw new Error('No sign-up stands under that reference: it may be withdrawn or closed.');

  const { nameToUse, contact, bestTimes, note, accessNeeds } = await openWords(signUp.sealed, signUp.id);
  const lines: [string, string | undefined][] = [
    ['Reference', signUp.reference],
    ['Received', signUp.created_at],
    ['Asks for', [signUp.kind, signUp.program, signUp.cohort].filter(Boolean).join(', ')],
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
