import { z } from 'astro/zod';

/** What the front matter of a guide in content/en/guides/ says, and where the guide is read. */

/** The shelves of the library, in the order they stand. */
export const guideTopics = [
  ...['Understanding', 'Warning signs', 'Triggers and cravings', 'Making a plan', 'Daily structure'],
  ...['Medication', 'Overdose safety', 'Mental health', 'Work', 'Family', 'Life skills'],
  ...['After a lapse', 'Stepping down'],
] as const;

const source = z.object({ title: z.string(), url: z.url(), checked: z.coerce.date() });

export const guideSchema = z.strictObject({
  title: z.string(),
  summary: z.string().max(200),
  topic: z.enum(guideTopics),
  /** Its place in the library: L01 to L35. */
  row: z.string().regex(/^L\d\d$/),
  /** What of content/promises.yml it answers. */
  answers: z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).default([]),
  sources: z.array(source).min(1),
  author: z.string(),
  reviewer: z.string().optional(),
  reviewBy: z.coerce.date(),
  needsClinicalReview: z.boolean().default(false),
  /** For the worst hour: it has to read at grade 6 and not 8. */
  crisis: z.boolean().default(false),
  contentNote: z.string().optional(),
  quickExit: z.boolean().default(false),
  nextStep: z.object({ label: z.string(), href: z.string() }),
  /** Other guides, by the names of their files. */
  related: z.array(z.string()).min(1).max(4),
  /** Where it is read, when a page of its own shows it: an address under /help/. */
  page: z
    .string()
    .regex(/^\/[a-z0-9/-]+\/$/)
    .optional(),
});

/** What a Spanish guide says of itself; the rest is its English one's. */
export const spanishGuideSchema = z.strictObject({
  title: z.string(),
  summary: z.string().max(220),
  contentNote: z.string().optional(),
  /** The words of the next step; where it leads is said in English. */
  nextStep: z.string(),
});

export const guidePath = ({ id, data }: { id: string; data: { page?: string | undefined } }): string =>
  data.page ?? `/guides/${id}/`;
