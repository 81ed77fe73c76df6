import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { siteUrl } from '#platform/environment.ts';
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
  /** What runs by the clock and did not run lately, by name; a site may be older than this. */
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
  if (late && late.length > 0) {
    found.push(
      bad(
        `What runs by the clock stands still: ${late.join(', ')}.`,
        'See in Netlify, under Functions, when it ran last and what its log says.',
      ),
    );
  }
  return found.length > 0 ? found : [good(`The site is well, at version ${version}.`)];
}

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
