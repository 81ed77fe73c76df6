import { marked, type Tokens } from 'marked';
import { readFile } from 'node:fs/promises';

/** docs/privacy.md as the tests read it: what it promises in its tables is what they look for. */

export type PrivacyRow = Record<string, string>;

/** The rows of the first table under a heading, by the names of their columns. Throws when there is none. */
export async function privacyTable(heading: string): Promise<PrivacyRow[]> {
  const tokens = marked.lexer(await readFile('docs/privacy.md', 'utf8'));
  const from = tokens.findIndex((token) => token.type === 'heading' && token['text'] === heading);
  const table = tokens.slice(from + 1).find((token): token is Tokens.Table => token.type === 'table');
  if (from < 0 || !table) throw new Error(`docs/privacy.md has no table under “${heading}”`);
  return table.rows.map((cells) =>
    Object.fromEntries(cells.map((cell, index) => [table.header[index]?.text ?? '', cell.text])),
  );
}

/** What stands between backticks. */
export const namesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/**
 * The columns a cell of “Where” names: `rsvps.name`, then `.email` of the same table. A table alone, as
 * `places`, is `places.*`: all of it that no other row names.
 */
export function columnsIn(cell = ''): string[] {
  let table = '';
  return namesIn(cell)
    .filter((name) => /^[a-z_]*(\.[a-z_*]+)?$/.test(name))
    .map((name) => {
      const [of = '', column = '*'] = name.split('.');
      table = of || table;
      return `${table}.${column}`;
    });
}

/** Who is responsible for a column: the row that names it, else the row of its table. */
export function rowFor(rows: PrivacyRow[], column: string): PrivacyRow | undefined {
  const named = (name: string) => rows.find((row) => columnsIn(row['Where']).includes(name));
  return named(column) ?? named(column.replace(/\.\w+$/, '.*'));
}
