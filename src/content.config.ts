import { defineCollection } from 'astro:content';
import { file, glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { isBuild } from './platform/environment.ts';
import { checkVerifyDates, facts } from './platform/facts.ts';
import { guideSchema } from './library/guide.ts';
import { pathwaySchema } from './meetings/pathways/pathway.ts';
import { publishedResource } from './resources/schema.ts';
import { resourcesLoader } from './resources/loader.ts';
import type { Event } from './events/event.ts';
import { eventsLoader } from './events/loader.ts';
import { settingsLoader } from './settings/loader.ts';
import { siteSettings } from './settings/settings.ts';
import { askedOf, askedSchema, levelPageSchema } from './step-down/level-pages.ts';
import { levelSchema } from './step-down/levels.ts';
import { keptProgram } from './step-down/kept.ts';
import { keptTalkPart, talkPartsOf } from './step-down/right-now/talk-list.ts';
import { programsLoader } from './step-down/loader.ts';

// A build is the moment to notice that a hotline number has not been rung for a year.
for (const warning of checkVerifyDates(facts(), new Date().toISOString().slice(0, 10))) console.warn(warning);

const guides = defineCollection({
  loader: glob({ base: './content/en/guides', pattern: '**/[^_]*.mdx' }),
  schema: guideSchema,
});

const pages = defineCollection({
  loader: glob({ base: './content/en/pages', pattern: '**/[^_]*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    description: z.string(),
    lead: z.string(),
    /** What of content/promises.yml it answers. */
    answers: z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).default([]),
  }),
});

const pathways = defineCollection({
  loader: file('./content/en/pathways.yml'),
  schema: pathwaySchema,
});

const levels = defineCollection({ loader: file('./content/en/levels.yml'), schema: levelSchema });
const levelPages = defineCollection({
  loader: file('./content/en/level-pages.yml'),
  schema: levelPageSchema,
});
const asked = defineCollection({
  loader: file('./content/en/questions.yml', { parser: askedOf }),
  schema: askedSchema,
});
const talk = defineCollection({
  loader: file('./content/en/is-iop-right.yml', { parser: talkPartsOf }),
  schema: keptTalkPart,
});

/**
 * What the database holds, as it stood at the build: for static pages, and for on-demand ones when it
 * does not answer. A build without its database is refused, and the site stays as it was published last;
 * `astro check` needs only the shapes.
 */
const fromDatabase = (loader: Loader): Loader => ({
  ...loader,
  load: (context) =>
    loader.load(context).catch((error: unknown) => {
      if (isBuild()) throw error;
      context.logger.warn(`${loader.name}: ${error instanceof Error ? error.message : 'unreadable'}`);
    }),
});

const events = defineCollection({ loader: fromDatabase(eventsLoader()), schema: z.custom<Event>() });
const programs = defineCollection({ loader: fromDatabase(programsLoader()), schema: keptProgram });
const resources = defineCollection({ loader: fromDatabase(resourcesLoader()), schema: publishedResource });
const settings = defineCollection({ loader: fromDatabase(settingsLoader), schema: siteSettings });

const written = { guides, pages, pathways, levels, levelPages, asked, talk };
export const collections = { ...written, events, programs, resources, settings };
