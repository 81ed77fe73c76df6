import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cwd } from 'node:process';
import { parse } from 'yaml';
import * as z from 'zod';

/** Which Spanish pages a clinician whose own language is Spanish has read: content/es/reviewed.yml. */

const reviewed = z.array(
  z.strictObject({
    page: z.string().regex(/^\/(?:[a-z0-9-]+\/)*\*?$/, 'write the English address, as /guides/loneliness/'),
    by: z.string().min(3),
    on: z.coerce.date(),
  }),
);

let pages: string[] | undefined;

const reviewedPages = (): string[] =>
  (pages ??= reviewed
    .parse(parse(readFileSync(join(cwd(), 'content/es/reviewed.yml'), 'utf8')))
    .map(({ page }) => page));

/** By its English address, with the slash at its end. */
export const isReviewedInSpanish = (path: string, read: string[] = reviewedPages()): boolean =>
  read.some((page) => (page.endsWith('*') ? path.startsWith(page.slice(0, -1)) : path === page));
