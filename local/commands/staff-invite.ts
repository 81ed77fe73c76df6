import { parseArgs } from 'node:util';
import { serviceAccounts } from '#platform/accounts.ts';
import { serviceDatabase } from '#platform/database.ts';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { invitation, inviteStaff, staffRoles } from '#staff/invite.ts';
import { projectHost } from '../project.ts';

/** `npm run staff:invite`: puts a person on the staff, or gives them another role. */

const usage = `npm run staff:invite -- <email> <${staffRoles.join('|')}>`;

async function run(): Promise<string> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [email, role] = positionals;
  if (positionals.length !== 2) throw new Error(`Name one email address and one role:\n${usage}`);
  const asked = invitation.safeParse({ email, role });
  if (!asked.success) {
    throw new Error(`${asked.error.issues.map(({ message }) => `${message}.`).join('\n')}\n${usage}`);
  }
  loadLocalEnvironment();
  const where = projectHost();
  const done = await inviteStaff(serviceDatabase(), serviceAccounts(), asked.data);
  const { email: to, role: given } = asked.data;
  return done === 'added'
    ? `${to} is on the staff as ${given}, at ${where}. Sign-in codes go to that address.`
    : `${to} was on the staff already and is ${given} from now on, at ${where}.`;
}

try {
  console.log(await run());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
