import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { leftBeside } from './environment.ts';

/** What a build left out, so that one row that cannot be shown stops nothing and is not forgotten either. */

const leftOut = z.object({
  kind: z.enum(['resource', 'event']),
  title: z.string(),
  /** Its name in the address. */
  slug: z.string(),
  /** For staff: what to look at. */
  why: z.string(),
});
export type LeftOut = z.infer<typeof leftOut>;

/** Takes what was left out of one kind, which replaces what was said of it before. */
export type ReportLeftOut = (kind: LeftOut['kind'], what: Omit<LeftOut, 'kind'>[]) => void;

const file = 'build-report.json';

/** What the build of the running site left out, from the file that it leaves behind; nothing before the first. */
export const buildReport = (): LeftOut[] => read('.');

/** Writes it into the file that this build leaves behind. */
export const reportLeftOut: ReportLeftOut = (kind, what) => {
  const others = read(leftBeside()).filter((one) => one.kind !== kind);
  const all = [...others, ...what.map((one) => ({ kind, ...one }))];
  writeFileSync(join(leftBeside(), file), JSON.stringify(all));
};

function read(folder: string): LeftOut[] {
  try {
    return z.array(leftOut).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  } catch {
    return [];
  }
}

/** Names a row that could not be parsed, as far as it says who it is. */
export function nameOfRow(row: unknown): { title: string; slug: string } {
  const { title, slug } = named.safeParse(row).data ?? { title: null, slug: null };
  return { title: title ?? slug ?? 'without a title', slug: slug ?? '' };
}
const named = z.object({ title: z.string().nullish(), slug: z.string().nullish() });

/** What is wrong with a row, for staff: the parts to look at, by `parts` in words. */
export function whyInWords(error: unknown, parts: Record<string, string>): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : 'It cannot be read';
  const names = new Set(error.issues.map(({ path }) => String(path[0] ?? '')));
  return `Look again at ${[...names].map((name) => parts[name] ?? name).join(', ')}`;
}
