import * as z from 'zod';
import { moment } from '#platform/moment.ts';
import { slugShape } from '#platform/slug.ts';

/** The words of the room: what a resource is made of, whether it stands on the site or is still being written. */

export const topics = ['housing', 'work', 'money', 'health', 'family', 'legal', 'community'] as const;
export type Topic = (typeof topics)[number];

export const resourceKinds = ['announcement', 'guide', 'services', 'worksheet'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const audiences = ['everyone', 'first-weeks', 'alumni', 'families'] as const;
export type Audience = (typeof audiences)[number];

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** Characters of the longest title, summary and text. */
export const longest = { title: 120, summary: 300, body: 50_000 } as const;

/** Somewhere to go nearby. `phone` as people write it; `checkedOn` is when one of the staff asked there last. */
export const localService = z.object({
  name: z.string().trim().min(1).max(120),
  what: z.string().trim().max(300),
  whoFor: z.string().trim().max(200),
  cost: z.string().trim().max(120),
  phone: z.string().trim().max(40),
  hours: z.string().trim().max(200),
  address: z.string().trim().max(200),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
  checkedOn: z.iso.date().nullable(),
});
export type LocalService = z.infer<typeof localService>;

/** Where a text is from. */
export const sourceLink = z.object({
  label: z.string().trim().min(1).max(160),
  url: z.url({ protocol: /^https?$/ }).max(500),
});

/** Addresses under /resources/ that are pages of their own. */
export const reservedSlugs = ['find', 'preview', 'topic'];

export const resourceSlug = z.string().regex(slugShape).max(100);

/** What a resource page shows beside its text. */
export const resource = z.object({
  title: z.string().trim().min(1).max(longest.title),
  summary: z.string().trim().min(1).max(longest.summary),
  kind: z.enum(resourceKinds),
  topics: z.array(z.enum(topics)).min(1).max(3),
  audience: z.enum(audiences),
  language: z.enum(languages),
  services: z.array(localService).max(60),
  links: z.array(sourceLink).max(20),
  /** The same for a resource and its text in the other language. */
  pairId: z.uuid().nullable(),
  reviewBy: z.iso.date().nullable(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Resource = z.infer<typeof resource>;

/** One that is on the site. */
export const publishedResource = resource.extend({ id: z.uuid() });

/** A row as staff left it. */
export const resourceRow = z.object({
  id: z.uuid(),
  slug: resourceSlug,
  title: resource.shape.title,
  summary: resource.shape.summary,
  body: z.string().trim().min(1).max(longest.body),
  kind: resource.shape.kind,
  topics: resource.shape.topics,
  audience: resource.shape.audience,
  language: resource.shape.language,
  services: resource.shape.services,
  links: resource.shape.links,
  pair_id: resource.shape.pairId,
  review_by: resource.shape.reviewBy,
  published_at: moment,
  updated_at: moment,
});

/** The columns of a {@link resourceRow}, as a query asks for them. */
export const resourceColumns =
  'id, slug, title, summary, body, kind, topics, audience, language, services, links, pair_id, review_by, published_at, updated_at';
