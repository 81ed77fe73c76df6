import type { APIRoute } from 'astro';
import { systemClock } from '#platform/clock.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** How long a contact may be believed: RFC 9116 asks for less than a year, and every build says it anew. */
const daysOfTruth = 180;

/** Where somebody who found a hole in this site writes to: the organisation that runs it (RFC 9116). */
export const GET: APIRoute = () => {
  const until = systemClock().add({ hours: 24 * daysOfTruth });
  const lines = [
    `Contact: mailto:${site().email}`,
    `Expires: ${until.toString({ smallestUnit: 'second' })}`,
    `Preferred-Languages: ${site().languages.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', siteUrl())}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
