import { fetchWithin, publicDatabase, rows, serviceDatabase } from '#platform/database.ts';
import { publicDatabaseSettings } from '#platform/environment.ts';
import * as z from 'zod';
import { countOfDemo, demoDomain, findDemo } from '../demo/rows.ts';
import { exportedTables, leftBehind, type TableName } from '../export/tables.ts';
import { bad, good, look, type Finding } from './finding.ts';
import { checkPublicKey } from './public-key.ts';

/** The database: it answers, takes both keys, has every table, shows nothing it should not, and somebody can sign in. */
export async function checkDatabase(): Promise<Finding[]> {
  const reached = await checkKeys();
  if (reached.some(({ mark }) => mark === 'bad')) return reached;
  const missing = await missingTables();
  if (missing.length > 0) {
    return [
      ...reached,
      bad(
        `The database has no table ${missing.join(', ')}.`,
        'Apply the migrations: docs/deploy.md, step 2.',
      ),
    ];
  }
  return [
    ...reached,
    ...(await checkPublicKey()),
    ...(await checkAdmin()),
    ...(await checkSignUps()),
    ...(await checkDemo()),
  ];
}

async function checkKeys(): Promise<Finding[]> {
  const host = new URL(publicDatabaseSettings().SUPABASE_URL).host;
  const asked = {
    SUPABASE_PUBLISHABLE_KEY: await publicDatabase({ timeLimit: 10_000 })
      .from('events')
      .select('id')
      .limit(1),
    SUPABASE_SECRET_KEY: await serviceDatabase({ timeLimit: 10_000 }).from('outbox').select('id').limit(1),
  };
  const answers = Object.entries(asked);
  if (answers.every(([, { status }]) => status === 0 || status >= 500)) {
    return [
      bad(
        `No database answers at ${host}.`,
        'See that SUPABASE_URL is right and that the project is not paused.',
      ),
    ];
  }
  const refused = answers.filter(
    ([, { error, status }]) => status === 401 || status === 403 || error?.code === '42501',
  );
  if (refused.length === 0) return [good(`The database answers at ${host} and takes both keys.`)];
  return refused.map(([name]) =>
    bad(`The database does not take ${name}.`, 'Copy the key anew from this project: Supabase, API keys.'),
  );
}

async function missingTables(): Promise<string[]> {
  const names = [...exportedTables.map(({ name }) => name), ...(Object.keys(leftBehind) as TableName[])];
  const missing: string[] = [];
  for (const name of names) {
    const answer = await serviceDatabase()
      .from(name as 'events')
      .select('*')
      .limit(1);
    if (answer.error?.code === 'PGRST205' || answer.error?.code === '42P01') missing.push(name);
    else rows(answer);
  }
  return missing;
}

/** Throws DatabaseUnavailable, as the two below. */
export async function checkAdmin(): Promise<Finding[]> {
  const asked = await serviceDatabase().from('staff').select('email').eq('role', 'admin').eq('active', true);
  const admins = rows(asked);
  const real = admins.filter(({ email }) => !email.endsWith(`@${demoDomain}`));
  if (real.length > 0) return [good(`${real.length} of the staff can let others in.`)];
  return admins.length > 0
    ? [look('Only a made-up person is an admin.', 'Invite yourself: npm run staff:invite -- <email> admin.')]
    : [bad('Nobody is an admin.', 'Invite yourself: npm run staff:invite -- <email> admin.')];
}

const authSettings = z.object({ disable_signup: z.boolean() });

export async function checkSignUps(): Promise<Finding[]> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = publicDatabaseSettings();
  const answer = await fetchWithin()(`${SUPABASE_URL}/auth/v1/settings`, {
    headers: { apikey: SUPABASE_PUBLISHABLE_KEY },
  });
  const told = authSettings.safeParse(await answer.json().catch(() => null));
  if (!told.success) {
    return [
      look('Auth does not say who may make an account.', 'See that “Allow new users to sign up” is off.'),
    ];
  }
  return told.data.disable_signup
    ? [good('Nobody can make an account by themselves.')]
    : [
        bad(
          'Anybody can make an account.',
          'Turn “Allow new users to sign up” off: Supabase, Authentication.',
        ),
      ];
}

export async function checkDemo(): Promise<Finding[]> {
  const count = countOfDemo(await findDemo(serviceDatabase()));
  return count === 0
    ? [good('The database has no made-up rows.')]
    : [
        look(
          `${count} rows are the demo organisation’s.`,
          'Remove them before real people come: npm run demo:remove.',
        ),
      ];
}
