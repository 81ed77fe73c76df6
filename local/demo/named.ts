import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What in the files of an organisation still says that it is the demo one. */
const signs: [sign: string, pattern: RegExp][] = [
  ['Juniper Hollow', /juniper ?hollow/i],
  ['Alder Springs', /alder springs/i],
  ['555-01', /555-?01\d\d/],
  ['demo: true', /^demo: true\b/m],
];

export interface NamedIn {
  file: string;
  signs: string[];
}

/** Every file of `content/` and `public/` with what it still names, in the order of their names. */
export async function demoNamedIn(root = '.'): Promise<NamedIn[]> {
  const named: NamedIn[] = [];
  for (const folder of ['content', 'public']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const text = await readFile(file, 'utf8');
      const found = signs.filter(([, pattern]) => pattern.test(text)).map(([sign]) => sign);
      if (found.length > 0) named.push({ file, signs: found });
    }
  }
  return named.toSorted((a, b) => a.file.localeCompare(b.file));
}
