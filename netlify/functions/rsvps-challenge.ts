import type { Config } from '@netlify/functions';
import { challengeLimit } from '#events/limits.ts';
import { newChallenge } from '#events/work/proof-of-work.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';
import { takeRateLimit } from '#platform/rate-limit.ts';
import { site } from '#platform/site.ts';

/** Something to compute before an answer to an event, where content/site.yml asks for it. */
export default getEndpoint('/api/rsvps/challenge', async (_request, context) => {
  if (!site().features.proofOfWork) return problem(404, 'Nothing needs to be computed here');
  const wait = await takeRateLimit(challengeLimit, context.ip);
  if (wait > 0) {
    return problem(429, 'Too many tries from here', { headers: { 'Retry-After': String(wait) } });
  }
  return json(await newChallenge());
});

export const config: Config = { path: '/api/rsvps/challenge' };
