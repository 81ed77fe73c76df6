import * as z from 'zod';
import type { FieldErrors } from '#platform/problem.ts';
import type { Titles } from './calendar-entry.ts';
import { slugSchema } from './schema.ts';

const mostSlugs = 100;

export const calendarAsked = z.object({
  slug: z
    .array(slugSchema, { error: 'Name a group by the last part of its page’s address: ?slug=…' })
    .min(1, { error: 'Name at least one group: ?slug=…' })
    .max(mostSlugs, { error: `Name at most ${mostSlugs} groups` }),
  titles: z.enum(['neutral', 'real'], { error: 'Write titles=neutral or titles=real, once' }),
});

/** Which groups a calendar is asked for, each once and in order, or what to correct in the address. */
export function calendarRequest(
  address: string,
): { slugs: string[]; titles: Titles; errors: null } | { errors: FieldErrors } {
  const { searchParams } = new URL(address);
  const [titles = 'neutral', ...more] = searchParams.getAll('titles');
  const slug = [...new Set(searchParams.getAll('slug'))].sort();
  const { data, error } = calendarAsked.safeParse({ slug, titles: more.length > 0 ? null : titles });
  if (data) return { slugs: data.slug, titles: data.titles, errors: null };
  const errors: FieldErrors = {};
  for (const { path, message, code } of error.issues) {
    const field = String(path[0]);
    // A slug of another form has no message of its own, and its text is not repeated.
    const said =
      code === 'invalid_format' || path.length > 1
        ? 'A group’s name is made of a–z, 0–9 and hyphens'
        : message;
    errors[field] = [...new Set([...(errors[field] ?? []), said])];
  }
  return { errors };
}
