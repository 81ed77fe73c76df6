import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { meetingsLoader } from './meetings/loader.ts';
import { checkVerifyDates, facts } from './platform/facts.ts';
import { resourcesLoader } from './resources/loader.ts';
import type { Event } from './events/event.ts';
import { eventsLoader } from './events/loader.ts';
import { programsLoader } from './step-down/loader.ts';

// A build is the moment to notice that a hotline number has not been rung for a year.
for (const warning of checkVerifyDates(facts(), new Date().toISOString().slice(0, 10))) console.warn(warning);

const source = z.object({ title: z.string(), url: z.url(), checked: z.coerce.date() });

const guides = defineCollection({
  loader: glob({ base: './content/en/guides', pattern: '**/[^_]*.mdx' }),
  schema: z.object({
    title: z.string(),
    summary: z.string().max(200),
    topic: z.string(),
    sources: z.array(source).min(1),
    author: z.string(),
    reviewer: z.string().optional(),
    reviewBy: z.coerce.date(),
    needsClinicalReview: z.boolean().default(false),
    contentNote: z.string().optional(),
    quickExit: z.boolean().default(false),
    nextStep: z.object({ label: z.string(), href: z.string() }),
    related: z.array(z.string()).default([]),
  }),
});

const pages = defineCollection({
  loader: glob({ base: './content/en/pages', pattern: '**/[^_]*.mdx' }),
  schema: z.object({ title: z.string(), description: z.string(), lead: z.string() }),
});

// What the database holds, as it stood at the build: for static pages, and for on-demand ones when it does not answer.
const events = defineCollection({ loader: eventsLoader, schema: z.custom<Event>() });
const meetings = defineCollection({ loader: meetingsLoader() });
const programs = defineCollection({ loader: programsLoader() });
const resources = defineCollection({ loader: resourcesLoader() });

export const collections = { guides, pages, events, meetings, programs, resources };
