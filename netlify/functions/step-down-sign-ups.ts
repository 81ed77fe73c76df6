import type { Config } from '@netlify/functions';
import { postEndpoint } from '#platform/endpoint.ts';
import { json, problem } from '#platform/problem.ts';
import { manageUrl } from '#step-down/manage.ts';
import { refusals, signUpLimit } from '#step-down/answers.ts';
import { signUpRequest } from '#step-down/schema.ts';
import { createSignUp } from '#step-down/sign-ups.ts';

const route = '/api/step-down/sign-ups';

export default postEndpoint(route, { schema: signUpRequest, limit: signUpLimit }, async (request) => {
  const result = await createSignUp(request);
  if (result.outcome !== 'created' && result.outcome !== 'repeat') {
    const { status, title, errors } = refusals[result.outcome];
    return problem(status, title, { errors });
  }
  return json(
    { reference: result.reference, manageUrl: manageUrl(result.signUp) },
    { status: result.outcome === 'created' ? 201 : 200 },
  );
});

export const config: Config = { path: route };
