import * as z from 'zod';
import { sayProblems } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import { draft, type Draft } from '../draft.ts';
import { audiences, languages, longest, topics, type Language, type ResourceKind } from '../schema.ts';
import { monthsFrom } from './review-day.ts';
import { flatRows, rowFields, rowName, rowsIn, type RowList } from './rows.ts';

/**
 * The flat form in which a resource is written, and the draft it stands for. Its fields:
 * `title`, `summary`, `body`, `topics` (as often as there are), `audience`, `language`, `reviewIn` ('3', '6' or
 * '12' months from today, or '' for the day in `reviewBy`), `reviewBy`, and per row `link-<n>-label`,
 * `link-<n>-url` and `service-<n>-<field of a service>`. Beside them travel `version` (the one the form was made
 * from), `kind` and `action`. Whoever takes this form parses it with {@link wordsForm}.
 */

export interface FixedWords {
  kind: ResourceKind;
  /** Null as long as it may be chosen: never published, and no text of a pair. */
  language: Language | null;
}

export const typedForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A draft as the form shows it. */
export function flatWords(words: Draft): TypedValues {
  const { title, summary, body, audience, language, reviewBy } = words;
  const services = words.services.map((service) => ({ ...service, checkedOn: service.checkedOn ?? '' }));
  return {
    ...{ title, summary, body, audience, language, topics: words.topics },
    ...{ reviewIn: '', reviewBy: reviewBy ?? '' },
    ...flatRows('link', words.links),
    ...flatRows('service', services),
  };
}

/** Reads the form as typed: a draft may lack anything, but nothing typed is cut. `today` as 2026-12-24. */
export const wordsForm = (fixed: FixedWords, today: string) =>
  typedForm.transform((typed, context): Draft => {
    const { problems, line, day } = reading();
    const rows = (list: RowList, limit: Record<string, number>) =>
      rowsIn(typed, list).map((row, index) =>
        Object.fromEntries(
          rowFields[list].map((field) => {
            const path = `${rowName(list, index + 1)}-${field}`;
            const text = row[field] ?? '';
            return [field, field === 'checkedOn' ? day(path, text) : line(path, text, limit[field])];
          }),
        ),
      );
    const chosen = several(typed['topics']);
    if (chosen.length > 3) problems.push({ path: 'topics', message: 'Choose three topics at the most' });
    const months = Number(one(typed['reviewIn']));
    const words = {
      title: line('title', one(typed['title']), longest.title),
      summary: line('summary', one(typed['summary']), longest.summary),
      body: line('body', one(typed['body']), longest.body, plainText),
      kind: fixed.kind,
      topics: [...new Set(chosen)].filter(isOneOf(topics)),
      audience: [one(typed['audience'])].find(isOneOf(audiences)) ?? 'everyone',
      language: fixed.language ?? [one(typed['language'])].find(isOneOf(languages)) ?? 'en',
      services: rows('service', serviceLimits),
      links: rows('link', linkLimits),
      reviewBy: [3, 6, 12].includes(months)
        ? monthsFrom(today, months)
        : day('reviewBy', one(typed['reviewBy'])),
    };
    sayProblems(problems, context);
    return problems.length > 0 ? z.NEVER : draft.parse(words);
  });

const serviceLimits = {
  name: 120,
  what: 300,
  whoFor: 200,
  cost: 120,
  phone: 40,
  hours: 200,
  address: 200,
  link: 300,
};
const linkLimits = { label: 160, url: 500 };

const one = (value: TypedValues[string] | undefined) => several(value)[0] ?? '';
const several = (value: TypedValues[string] | undefined) => [value ?? []].flat();
const isOneOf =
  <Name extends string>(names: readonly Name[]) =>
  (text: string): text is Name =>
    (names as readonly string[]).includes(text);

/** Without what nobody types: the database takes no NUL, and a page shows no other control. */
const plainText = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '');
const plainLine = (text: string) => plainText(text).replace(/[\n\t\u2028\u2029]/g, ' ');

function reading() {
  const problems: { path: string; message: string }[] = [];
  return {
    problems,
    line: (path: string, text: string, limit = 0, plain = plainLine) => {
      const read = plain(text);
      const over = read.length - limit;
      if (over > 0) {
        const message = `Use ${limit.toLocaleString('en-US')} characters or fewer: ${over} too many`;
        problems.push({ path, message });
      }
      return read;
    },
    day: (path: string, text: string) => {
      if (text.trim() === '') return null;
      if (!z.iso.date().safeParse(text.trim()).success)
        problems.push({ path, message: 'Enter a date, as 2026-12-24' });
      return text.trim();
    },
  };
}
