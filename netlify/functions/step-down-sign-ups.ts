import type { Config } from '@netlify/functions';
import { deliverNow } from '#mail/deliver-now.ts';
import { postEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';
import { refusalIn, refusals, signUpLimit } from '#step-down/answers.ts';
import { manageUrl } from '#step-down/manage.ts';
import { spanishProblems } from '#step-down/problems.ts';
import { signUpRequest } from '#step-down/schema.ts';
import { createSignUp } from '#step-down/sign-ups.ts';

export default postEndpoint(
  '/api/step-down/sign-ups',
  { schema: signUpRequest, limit: signUpLimit, spanish: spanishProblems },
  async (body, _request, context) => {
    const result = await createSignUp(body);
    if (!('signUp' in result)) {
      const { status, title, ...extras } = refusalIn(body.language, refusals[result.outcome]);
      return problem(status, title, extras);
    }
    const created = result.outcome === 'created';
    if (created) context.waitUntil(deliverNow());
    return json(
      { reference: result.reference, manageUrl: manageUrl(result.signUp, body.language) },
      { status: created ? 201 : 200 },
    );
  },
);

export const config: Config = { path: '/api/step-down/sign-ups' };
