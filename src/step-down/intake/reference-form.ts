import * as z from 'zod';

/** What is typed to find a request. */
export const referenceForm = z.object({
  reference: z
    .string({ error: 'Enter a reference' })
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'Enter a reference' })
        .refine((text) => text.replace(/[^0-9a-z]/gi, '').length === 8, {
          error: 'A reference has eight letters and digits, as 7KXM-3RTD',
        }),
    ),
});
