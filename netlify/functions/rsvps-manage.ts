import type { Config } from '@netlify/functions';
import { manageLimit } from '#events/limits.ts';
import { manageRsvp } from '#events/manage.ts';
import { openLink } from '#events/open-link.ts';
import { errorsSpanish, refusalsSpeak } from '#events/refusals-spanish.ts';
import { personLink } from '#events/rsvps.ts';
import { manageRequest } from '#events/schema.ts';
import { deliverNow } from '#mail/deliver-now.ts';
import { postEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';

export default postEndpoint(
  '/api/rsvps/manage',
  { schema: manageRequest, limit: manageLimit, spanish: errorsSpanish },
  async ({ token, language, ...doing }, _request, context) => {
    const opened = await openLink(token);
    if (!opened) return problem(404, refusalsSpeak(language ?? 'en')('This link opens nothing'));
    const result = await manageRsvp(opened, doing, language);
    // what was refused may have queued the mail with the link
    context.waitUntil(deliverNow());
    if ('refused' in result) {
      const { status, title, ...extras } = result.refused;
      return problem(status, title, extras);
    }
    const { outcome, status, position } = result.outcome;
    if (outcome === 'cancelled' || outcome === 'forgotten') return json({ status: outcome });
    return json({ status, ...(position != null && { position }), manageUrl: personLink(token, language) });
  },
);

export const config: Config = { path: '/api/rsvps/manage' };
