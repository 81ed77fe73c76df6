import type { Config } from '@netlify/functions';
import { getEndpoint } from '#platform/endpoint.ts';
import { json } from '#platform/problem.ts';
import { keptBriefly } from '#step-down/kept-briefly.ts';
import { readPrograms } from '#step-down/programs.ts';

export default getEndpoint('/api/step-down', async () =>
  json(await readPrograms(), { headers: keptBriefly }),
);

export const config: Config = { path: '/api/step-down' };
