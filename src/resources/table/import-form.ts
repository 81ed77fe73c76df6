import * as z from 'zod';

/** The second press of an import: the table as it was looked at, in the page, since nothing of it is kept before. */
export const importForm = z.object({ form: z.uuid(), table: z.string().min(1) });

/** Bytes of that form: what is typed in a table may take three times as many in a form. */
export const longestForm = 2 * 1024 * 1024;
