import * as z from 'zod';

/** What the page of the second factor is sent. */

const next = z.string().max(500).optional();

export const factorForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('begin'), next }),
  z.object({
    action: z.literal('show'),
    next,
    /** A factor that was just begun, and what its app holds, so that the page can show it again. */
    begun: z.uuid().optional(),
    secret: z
      .string()
      .regex(/^[A-Z2-7]{16,128}$/)
      .optional(),
    code: z
      .string({ error: 'Enter the code the app shows' })
      .transform((text) => text.replace(/[\s-]/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, { error: 'Enter the 6 digits the app shows now' })),
  }),
]);
export type FactorAsked = z.infer<typeof factorForm>;
