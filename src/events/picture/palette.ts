import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';

/** The colours of src/styles/tokens.css, by day and after dark, for what is drawn without a style sheet. */

export type Light = 'day' | 'dark';

const blocks: Record<Light, string[]> = {
  day: [':root {'],
  dark: [':root {', ":root[data-theme='dark'] {"],
};

let read: string | undefined;

/** Finds a colour by its token's name, `sky` for `--sky`. Throws when the tokens have none of that name. */
export function palette(light: Light): (name: string) => string {
  read ??= readFileSync(join(cwd(), 'src/styles/tokens.css'), 'utf8');
  const tokens = new Map<string, string>();
  for (const start of blocks[light]) {
    const from = read.indexOf(start);
    const block = read.slice(from, read.indexOf('}', from));
    for (const [, name = '', value = ''] of block.matchAll(/--([a-z-]+):\s*([^;]+);/g))
      tokens.set(name, value);
  }
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`src/styles/tokens.css has no --${name}`);
    const [, other] = /^var\(--([a-z-]+)\)$/.exec(value) ?? [];
    return other === undefined ? value : colour(other);
  };
  return colour;
}
