import type * as z from 'zod';
import { fieldsOf } from './fields-of.ts';
import { fieldWords, type FieldText, type FormId } from './field-words.ts';

export interface Leaving {
  field: string;
  words: FieldText;
}

/**
 * What a form sends, field by field, in words. Throws when its schemas take a field that has no words, or when
 * there are words for a field that none of them takes: so the page cannot be built while it is wrong.
 */
export function leavingBy(
  form: FormId,
  schemas: z.ZodType[],
  words: Record<string, string> = fieldWords[form],
): Leaving[] {
  const fields = [...new Set(schemas.flatMap((schema) => fieldsOf(schema)))];
  const unsaid = fields.filter((field) => !Object.hasOwn(words, field));
  const superfluous = Object.keys(words).filter((field) => !fields.includes(field));
  if (unsaid.length + superfluous.length > 0) {
    throw new Error(
      `src/tools/my-data/leaves/field-words.ts, ${form}: ` +
        [
          ...unsaid.map((field) => `say what "${field}" sends`),
          ...superfluous.map((field) => `take away "${field}", which no form sends`),
        ].join('; '),
    );
  }
  // nothing else is there: the fields of the form are those of its words
  return Object.entries(fieldWords[form]).map(([field, said]) => ({ field, words: said }));
}
