import type { Config } from '@netlify/functions';
import { manageLimit } from '#events/limits.ts';
import { cancelRsvp, manageUrl, updateRsvp } from '#events/rsvps.ts';
import { manageRequest } from '#events/schema.ts';
import { deliverNow } from '#mail/deliver-now.ts';
import { postEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';
import { readToken } from '#platform/tokens.ts';

export default postEndpoint(
  '/api/rsvps/manage',
  { schema: manageRequest, limit: manageLimit },
  async ({ token, action, ...change }, _request, context) => {
    const opened = readToken(token);
    const opensNothing = () => problem(404, 'This link opens nothing');
    if (opened?.purpose !== 'rsvp') return opensNothing();

    if (action === 'cancel') {
      if (!(await cancelRsvp(opened.id))) return opensNothing();
      context.waitUntil(deliverNow());
      return json({ status: 'cancelled' });
    }
    const result = await updateRsvp(opened.id, change);
    if ('refused' in result) {
      const { status, title, ...extras } = result.refused;
      return problem(status, title, extras);
    }
    context.waitUntil(deliverNow());
    const { standing } = result;
    return json({
      status: standing.status,
      ...(standing.position !== null && { position: standing.position }),
      manageUrl: manageUrl(standing.rsvp),
    });
  },
);

export const config: Config = { path: '/api/rsvps/manage' };
