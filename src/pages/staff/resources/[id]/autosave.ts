import type { APIRoute } from 'astro';
import { systemClock } from '#platform/clock.ts';
import { guard } from '#platform/guard.ts';
import { json, problem } from '#platform/problem.ts';
import { site } from '#platform/site.ts';
import { autosave, autosaveForm } from '#resources/write/autosave.ts';
import { resourceOnDesk } from '#resources/desk/kept-resource.ts';
import { writeFormLongest } from '#resources/write/page-form.ts';
import { localDay } from '#resources/write/review-day.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** Keeps what is being typed as the draft, without a version of its own. */
export const POST: APIRoute = async ({ request, clientAddress, locals, params }) => {
  const { database } = signedIn(locals);
  const kept = await resourceOnDesk(database, params['id'] ?? '');
  if (!kept) return problem(404, 'This resource is not there any more');
  const { refusal, value } = await guard(request, clientAddress, {
    ...{ accepts: 'form', limit: null, longest: writeFormLongest },
    schema: autosaveForm(kept, localDay(systemClock, site().timeZone)),
  });
  if (refusal) {
    const { status, title, ...extras } = refusal;
    return problem(status, title, extras);
  }
  const saved = await autosave(database, kept, value, systemClock().toString());
  return json(saved, { status: saved.outcome === 'saved' ? 200 : 409 });
};
