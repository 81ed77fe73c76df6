import { writeFile } from 'node:fs/promises';
import { rowTypes, supabaseCli } from '../database/cli.ts';
import { startPostgres } from '../database/postgres.ts';
import { openSupabase } from '../database/supabase.ts';

/** `npm run db:types`: migrates an empty PostgreSQL with the real CLI and writes its row types. */
const postgres = await startPostgres();
try {
  await postgres.create('types');
  const url = postgres.url('types');
  const supabase = await openSupabase(
    { kind: 'postgres', url, connections: 2 },
    {
      publishableKey: 'sb_publishable_types',
      secretKey: 'sb_secret_types',
      jwtSecret: 'only-for-this-run-'.padEnd(40, 'x'),
    },
  );
  await supabase.close();
  await supabaseCli('db', 'push', '--db-url', url, '--yes');
  await writeFile('src/platform/database.types.ts', await rowTypes(url));
  console.log('Wrote src/platform/database.types.ts');
} finally {
  await postgres.stop();
}
