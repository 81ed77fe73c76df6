import type { Config } from '@netlify/functions';
import { createReport, reportLimit } from '#meetings/reports/report-store.ts';
import { reportRequest } from '#meetings/reports/schema.ts';
import { errorsSpanish, reportsSpeak } from '#meetings/reports/spanish.ts';
import { postEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';

/** Tells staff that a meeting is missing, wrong or closed. Answers the same when it was told before. */
export default postEndpoint(
  '/api/meetings/reports',
  { schema: reportRequest, limit: reportLimit, spanish: errorsSpanish },
  async (body) => {
    const { refused } = await createReport(body);
    if (!refused) return json({ status: 'received' }, { status: 202 });
    const { status, title, ...extras } = refused;
    return problem(status, reportsSpeak(body.language ?? 'en')(title), extras);
  },
);

export const config: Config = { path: '/api/meetings/reports' };
