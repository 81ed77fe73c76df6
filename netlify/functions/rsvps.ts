import type { Config } from '@netlify/functions';
import { createRsvp } from '#events/create-rsvp.ts';
import { errorsSpanish } from '#events/refusals-spanish.ts';
import { rsvpRequest } from '#events/schema.ts';
import { deliverNow } from '#mail/deliver-now.ts';
import { postEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';

export default postEndpoint(
  '/api/rsvps',
  // counted with the answer
  { schema: rsvpRequest, limit: null, spanish: errorsSpanish },
  async (body, _request, context) => {
    const result = await createRsvp(body, context.ip);
    if ('refused' in result) {
      const { status, title, ...extras } = result.refused;
      return problem(status, title, extras);
    }
    context.waitUntil(deliverNow());
    const { again, standing, manageUrl } = result.answered;
    return json(
      {
        status: standing.status,
        ...(standing.position !== null && { position: standing.position }),
        manageUrl,
      },
      { status: again ? 200 : 201 },
    );
  },
);

export const config: Config = { path: '/api/rsvps' };
