import { defineCollection } from 'astro:content';
import { file, glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { isBuild } from './platform/environment.ts';
import { checkVerifyDates, facts } from './platform/facts.ts';
import { guideSchema, spanishGuideSchema } from './library/guide.ts';
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

const guidesEs = defineCollection({
  loader: glob({ base: './content/es/guides', pattern: '**/[^_]*.mdx' }),
  schema: spanishGuideSchema,
});

const pageSchema = z.strictObject({
  title: z.string(),
  description: z.string(),
  lead: z.string(),
  /** What of content/promises.yml it answers. */
  answers: z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).default([]),
});

/** What is written once in each language, in the same form. */
const writtenHere = (language: 'en' | 'es') => {
  const yaml = (name: string) => `./content/${language}/${name}.yml`;
  return {
    pages: defineCollection({
      loader: glob({ base: `./content/${language}/pages`, pattern: '**/[^_]*.mdx' }),
      schema: pageSchema,
    }),
    pathways: defineCollection({ loader: file(yaml('pathways')), schema: pathwaySchema }),
    levels: defineCollection({ loader: file(yaml('levels')), schema: levelSchema }),
    levelPages: defineCollection({ loader: file(yaml('level-pages')), schema: levelPageSchema }),
    asked: defineCollection({ loader: file(yaml('questions'), { parser: askedOf }), schema: askedSchema }),
    talk: defineCollection({
      loader: file(yaml('is-iop-right'), { parser: talkPartsOf }),
      schema: keptTalkPart,
    }),
  };
};

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

const english = writtenHere('en');
const spanish = writtenHere('es');
const written = {
  ...english,
  guides,
  guidesEs,
  pagesEs: spanish.pages,
  pathwaysEs: spanish.pathways,
  levelsEs: spanish.levels,
  levelPagesEs: spanish.levelPages,
  askedEs: spanish.asked,
  talkEs: spanish.talk,
};
export const collections = { ...written, events, programs, resources, settings };
