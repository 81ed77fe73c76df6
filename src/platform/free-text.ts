import * as z from 'zod';
import { areLines, withPlainBreaks } from './printable.ts';

/**
 * Words a person may add, several lines of them; blank counts as left out.
 * Runs in the browser too.
 */
export const freeText = (limit: number) =>
  z
    .string()
    .transform((text) => withPlainBreaks(text).trim())
    .pipe(
      z
        .string()
        .refine(areLines, {
          error: 'Remove the characters that are not text',
          abort: true,
        })
        .refine((text) => [...text].length <= limit, { error: `Use ${limit} characters or fewer` }),
    );
