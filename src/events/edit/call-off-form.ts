import * as z from 'zod';
import { optionalText } from '#platform/form-fields.ts';

/** What is said when an event does not take place. */
export const callOffForm = z.object({ note: optionalText(500) });
