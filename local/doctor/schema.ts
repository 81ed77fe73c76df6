import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import { connectTo } from '../database/connect.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** What only a connection to PostgreSQL shows: which migrations were applied, and what guards the tables. */

const migrationsFolder = fileURLToPath(new URL('../../supabase/migrations/', import.meta.url));

/** `address` as for `supabase db push`; without it this says that it did not look. */
export async function checkSchema(address: string | undefined): Promise<Finding[]> {
  if (!address) {
    return [
      look(
        'Migrations and row level security were not looked at.',
        'Run this with --db-url and the address of the session pooler, as for the migrations (docs/deploy.md, step 2).',
      ),
    ];
  }
  const sql = connectTo(address, { connect_timeout: 10 });
  try {
    return [...(await checkMigrations(sql)), ...(await checkGuards(sql))];
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'no reason given';
    return [
      bad(`--db-url leads to no database that can be read (${code}).`, 'Copy it anew: Supabase, Connect.'),
    ];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function checkMigrations(sql: Sql): Promise<Finding[]> {
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'));
  const here = files.map((name) => name.slice(0, 14)).sort();
  const applied = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`;
  const there = applied.map(({ version }) => version);
  const pending = here.filter((version) => !there.includes(version));
  const unknown = there.filter((version) => !here.includes(version));
  if (pending.length > 0) {
    return [
      bad(
        `Migrations are missing: ${pending.join(', ')}.`,
        'Push them before you deploy: docs/deploy.md, step 2.',
      ),
    ];
  }
  return unknown.length > 0
    ? [
        look(
          `The database knows migrations that are not here: ${unknown.join(', ')}.`,
          'Deploy the version they came with, or a newer one.',
        ),
      ]
    : [good(`All ${here.length} migrations are applied.`)];
}

async function checkGuards(sql: Sql): Promise<Finding[]> {
  const open = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace
      and (relkind in ('r', 'p') and not relrowsecurity or relkind in ('v', 'm', 'f'))
    order by relname`;
  return open.length > 0
    ? [
        bad(
          `Row level security does not guard ${open.map(({ name }) => name).join(', ')}.`,
          'Turn it on, or move what is not ours out of the schema public.',
        ),
      ]
    : [good('Row level security is on for every table of the API.')];
}
