import * as z from 'zod';
import { instant } from '#platform/clock.ts';

export const topics = ['housing', 'work', 'money', 'health', 'family', 'legal', 'community'] as const;
export type Topic = (typeof topics)[number];

/** What a resource page shows beside its text. */
export const resource = z.object({
  title: z.string().trim().min(1).max(120),
  summary: z.string().trim().min(1).max(300),
  topic: z.enum(topics),
  language: z.enum(['en', 'es']),
  reviewBy: z.iso.date().nullable(),
  updatedAt: z.iso.datetime(),
});

/** A row as staff left it. */
export const resourceRow = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: resource.shape.title,
  summary: resource.shape.summary,
  body: z.string().trim().min(1).max(50_000),
  topic: resource.shape.topic,
  language: resource.shape.language,
  review_by: resource.shape.reviewBy,
  updated_at: z.string().transform((text, context) => {
    try {
      return instant(text).toString();
    } catch {
      context.addIssue({ code: 'custom', message: 'Not an instant' });
      return z.NEVER;
    }
  }),
});
