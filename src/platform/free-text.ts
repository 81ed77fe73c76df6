import * as z from 'zod';

/** C0 and C1 controls but tab and line breaks, and halves of surrogate pairs: nothing a person types. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;

/**
 * Words a person may add, several lines of them; blank counts as left out.
 * Runs in the browser too.
 */
export const freeText = (limit: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .refine((text) => text.isWellFormed() && !unprintable.test(text), {
          error: 'Remove the characters that are not text',
          abort: true,
        })
        .refine((text) => [...text].length <= limit, { error: `Use ${limit} characters or fewer` }),
    );
