import * as z from 'zod';
import { audiences, languages, longest, resourceKinds, topics } from './schema.ts';

/**
 * A resource while somebody writes it: everything may be missing yet. It is kept as it was typed; what it lacks to
 * be published, `desk/missing.ts` says.
 */

const line = (limit: number) => z.string().max(limit).catch('');

/** One entry of a list of services as typed; an empty one is dropped when it is published. */
export const draftService = z.object({
  name: line(120),
  what: line(300),
  whoFor: line(200),
  cost: line(120),
  phone: line(40),
  hours: line(200),
  address: line(200),
  link: line(300),
  checkedOn: z.iso.date().nullable().catch(null),
});
export type DraftService = z.infer<typeof draftService>;

export const draftLink = z.object({ label: line(160), url: line(500) });

/** The words of a draft as the database keeps them (`resources.draft`, `resource_versions.content`). */
export const draft = z.object({
  title: line(longest.title),
  summary: line(longest.summary),
  body: z.string().max(longest.body).catch(''),
  kind: z.enum(resourceKinds),
  topics: z.array(z.enum(topics)).max(3).catch([]),
  audience: z.enum(audiences).catch('everyone'),
  language: z.enum(languages),
  services: z.array(draftService).max(60).catch([]),
  links: z.array(draftLink).max(20).catch([]),
  reviewBy: z.iso.date().nullable().catch(null),
});
export type Draft = z.infer<typeof draft>;
