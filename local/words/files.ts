import { glob, readFile } from 'node:fs/promises';

/** Everything with words for people in it, and nothing that only talks about words. */
const patterns = ['content/**/*.{md,mdx,yml}', 'src/**/*.{astro,ts}', 'supabase/seed/*.sql'];
const apart = [
  ...['rules.yml', 'rules-es.yml', 'names.yml'].map((list) => `content/words/${list}`),
  'src/platform/database.types.ts',
];

/** Path → text of every file that people's words are in. */
export async function filesWithWords(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const path of glob(patterns)) {
    if (!apart.includes(path)) files.set(path, await readFile(path, 'utf8'));
  }
  return files;
}
