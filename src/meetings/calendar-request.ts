import * as z from 'zod';
import { languages, type Language } from '#i18n/language.ts';
import type { FieldErrors } from '#platform/problem.ts';
import type { Titles } from './calendar-entry.ts';
import { calendarSpeak } from './calendar-spanish.ts';
import { slugSchema } from './schema.ts';

const mostSlugs = 100;

const inEnglish = calendarSpeak('en');

const calendarAskedIn = (say: typeof inEnglish) =>
  z.object({
    slug: z
      .array(slugSchema, { error: say('Name a group by the last part of its page’s address: ?slug=…') })
      .min(1, { error: say('Name at least one group: ?slug=…') })
      .max(mostSlugs, { error: say('Name at most {count} groups', { count: mostSlugs }) }),
    titles: z.enum(['neutral', 'real'], { error: say('Write titles=neutral or titles=real, once') }),
  });

export const calendarAsked = calendarAskedIn(inEnglish);

/** Which language a calendar is asked for in: `?language=es`; English where it is another or none. */
export const calendarLanguage = (address: string): Language =>
  languages.find((language) => language === new URL(address).searchParams.get('language')) ?? 'en';

/** Which groups a calendar is asked for, each once and in order, or what to correct in the address. */
export function calendarRequest(
  address: string,
): { slugs: string[]; titles: Titles; errors: null } | { errors: FieldErrors } {
  const { searchParams } = new URL(address);
  const say = calendarSpeak(calendarLanguage(address));
  const [titles = 'neutral', ...more] = searchParams.getAll('titles');
  const slug = [...new Set(searchParams.getAll('slug'))].sort();
  const { data, error } = calendarAskedIn(say).safeParse({ slug, titles: more.length > 0 ? null : titles });
  if (data) return { slugs: data.slug, titles: data.titles, errors: null };
  const errors: FieldErrors = {};
  for (const { path, message, code } of error.issues) {
    const field = String(path[0]);
    // A slug of another form has no message of its own, and its text is not repeated.
    const said =
      code === 'invalid_format' || path.length > 1
        ? say('A group’s name is made of a–z, 0–9 and hyphens')
        : message;
    errors[field] = [...new Set([...(errors[field] ?? []), said])];
  }
  return { errors };
}
