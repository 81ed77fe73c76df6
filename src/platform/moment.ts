import * as z from 'zod';
import { instant } from '#platform/clock.ts';

/** An instant, however the database writes it. */
export const moment = z.string().transform((text, context) => {
  try {
    return instant(text).toString();
  } catch {
    context.addIssue({ code: 'custom', message: 'Not an instant' });
    return z.NEVER;
  }
});
