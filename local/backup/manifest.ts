import * as z from 'zod';

/** What a backup says of itself: at its beginning what is to come, at its end what it came to. */

const shape = z.object({
  /** With its schema, quoted as SQL has it. */
  name: z.string(),
  columns: z.array(z.string()),
  /** The columns its rows are in the order of. */
  key: z.array(z.string()),
});
export type TableShape = z.infer<typeof shape>;

export const head = z.object({
  format: z.literal('onward-backup-1'),
  madeAt: z.iso.datetime(),
  /** The migrations its database had. */
  migrations: z.array(z.string()),
  tables: z.array(shape),
  files: z.array(z.object({ path: z.string(), type: z.string() })),
  /** A keyed hash by which TOKEN_SECRET is known again. The secret itself is in no backup. */
  links: z.string(),
});
export type Head = z.infer<typeof head>;

const counted = z.object({ name: z.string(), rows: z.int(), sha256: z.string() });
export type CountedTable = z.infer<typeof counted>;

export const manifest = z.object({
  tables: z.array(counted),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
  files: z.int(),
  /** Files that Storage did not have when they were asked for. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifest>;
