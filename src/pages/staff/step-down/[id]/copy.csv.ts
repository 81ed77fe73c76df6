import type { APIRoute } from 'astro';
import { copyLines, copyScope, copyTable } from '#step-down/intake/copy.ts';
import { copyForm } from '#step-down/intake/copy-form.ts';
import { requestById } from '#step-down/intake/queue.ts';
import { openRecord } from '#step-down/intake/record.ts';
import { systemClock } from '#platform/clock.ts';
import { csvAnswer } from '#platform/csv-answer.ts';
import { guard } from '#platform/guard.ts';
import { problem } from '#platform/problem.ts';
import { site } from '#platform/site.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** One request as a spreadsheet. A form with gaps is asked for again on the page that prints. */
export const POST: APIRoute = async ({ request, locals, params, clientAddress, rewrite }) => {
  const { database, name } = signedIn(locals);
  const id = params['id'] ?? '';
  // a request whose form was read cannot be sent on
  const again = request.clone();
  if (!(await requestById(database, id))) return problem(404, 'There is no such request');
  const sent = await guard(request, clientAddress, { schema: copyForm, limit: null, accepts: 'form' });
  if (sent.refusal) {
    return rewrite(new Request(new URL(`/staff/step-down/${id}/copy/`, request.url), again));
  }
  const record = await openRecord(database, id, sent.value.purpose);
  if (!record) return problem(404, 'There is no such request');
  const { timeZone } = site();
  const scope = copyScope(sent.value, { by: name, at: systemClock().toString() }, timeZone);
  const table = copyTable(scope, copyLines(record, sent.value, timeZone));
  return csvAnswer(table, `copy-${record.reference}`);
};
