import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { siteUrl } from '#platform/environment.ts';
import type { LatePart } from '#platform/late-work.ts';
import { ask, checkCaching, checkHeaders } from './answers.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** The site as it answers at SITE_URL: what a host can get wrong although every test passed. */
export async function checkSite(): Promise<Finding[]> {
  const health = await ask('/api/health');
  if (!health) {
    return [
      look(
        `Nothing answers at ${siteUrl()}.`,
        'That is right before the first deploy. Else see domain and certificate.',
      ),
    ];
  }
  return [
    ...(await checkHealth(health)),
    ...(await checkHeaders()),
    ...(await checkForms()),
    ...(await checkCaching()),
  ];
}

const told = z.object({
  ok: z.boolean(),
  version: z.string(),
  builtAt: z.string().nullable(),
  /** What stands still behind the site, by name; a site may be older than this. */
  late: z.array(z.string()).nullish(),
});

async function checkHealth(answer: Response): Promise<Finding[]> {
  const health = told.safeParse(await answer.json().catch(() => null));
  if (!health.success) {
    return [
      bad(
        '/api/health does not answer as this software does.',
        'See that functions win over pages: “The first deploy”, point 2.',
      ),
    ];
  }
  const { ok, version, builtAt, late } = health.data;
  const here = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  const found: Finding[] = [];
  if (!ok)
    found.push(bad('The site does not reach its database.', 'Compare its SUPABASE_URL and keys with these.'));
  if (!builtAt)
    found.push(
      bad(
        'The site does not know when it was built.',
        'build-stamp.json did not reach the functions: deploy again.',
      ),
    );
  if (version !== here)
    found.push(
      look(
        `The site is version ${version}, and this folder is ${here}.`,
        'Deploy, or look from the folder that was deployed.',
      ),
    );
  for (const part of late ?? []) {
    // a newer site may name a part that this folder does not know
    const said = (standingStill as Partial<Record<string, Said>>)[part];
    found.push(bad(said?.what ?? `“${part}” stands still.`, said?.todo ?? seeTheLog));
  }
  return found.length > 0 ? found : [good(`The site is well, at version ${version}.`)];
}

const seeTheLog = 'See in Netlify, under Functions, when it ran last and what its log says.';

type Said = Record<'what' | 'todo', string>;

const standingStill: Record<LatePart, Said> = {
  mail: {
    what: 'Mail stands still.',
    todo: `${seeTheLog} If it runs, the mail provider takes nothing: npm run doctor -- --send-to <your address>.`,
  },
  tasks: { what: 'Something that runs by the clock stands still.', todo: seeTheLog },
  lists: {
    what: 'A list of meetings could not be read for three days.',
    todo: 'The staff area says which, and why: Meeting lists.',
  },
  purge: {
    what: 'What was promised to be deleted was not deleted for 36 hours.',
    todo: `“purge-expired” fails or stands still. ${seeTheLog}`,
  },
};

async function checkForms(): Promise<Finding[]> {
  const answer = await ask('/api/rsvps/manage', {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.invalid', 'Content-Type': 'application/json' },
    body: '{}',
  });
  return answer?.status === 403
    ? [good('A form that another site sends is refused.')]
    : [
        bad(
          `A form that another site sends is answered ${answer?.status ?? 'not at all'}, not 403.`,
          'Something between changes Origin or Host.',
        ),
      ];
}
