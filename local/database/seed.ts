import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EmbeddedSupabase } from './supabase.ts';

const seedFolder = fileURLToPath(new URL('../../supabase/seed/', import.meta.url));

/**
 * Fills an empty database with the demo organisation, with dates counted from today. Each file is one
 * transaction and adds nothing that is there already, so a filled database stays as it is.
 */
export async function seed(database: EmbeddedSupabase): Promise<void> {
  const files = (await readdir(seedFolder)).filter((name) => name.endsWith('.sql')).sort();
  for (const name of files) {
    await database.execute(`begin;\n${await readFile(`${seedFolder}${name}`, 'utf8')}\ncommit;`);
  }
}
