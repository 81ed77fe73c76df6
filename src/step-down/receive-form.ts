import { DatabaseUnavailable } from '#platform/database.ts';
import { guard, type TypedValues } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import { site } from '#platform/site.ts';
import { refusals, signUpLimit } from './answers.ts';
import { formField } from './form.ts';
import { managePath } from './manage.ts';
import { signUpForm } from './schema.ts';
import { createSignUp } from './sign-ups.ts';

/** What came of a sent form: where to go, or the same form again with its errors and every value kept. */
export type Received =
  | { location: string }
  | { status: number; errors: FieldErrors; typed: TypedValues; headers: Record<string, string> };

/** Answers the form of a browser without JavaScript. An error that belongs to no field stands under ''. */
export async function receiveSignUpForm(request: Request, address: string): Promise<Received> {
  // read only when the database fails inside the guard, so that what was typed is not lost with it
  const copy = request.clone();
  try {
    const { refusal, value, typed } = await guard(request, address, {
      accepts: 'form',
      schema: signUpForm,
      limit: signUpLimit,
    });
    if (refusal) {
      const { status, title, errors, headers = {} } = refusal;
      return { status, typed, headers, errors: errors ? byField(errors) : { '': [title] } };
    }
    const result = await createSignUp(value);
    if (result.outcome === 'created' || result.outcome === 'repeat')
      return { location: managePath(result.signUp) };
    const { status, errors } = refusals[result.outcome];
    return { status, typed, headers: {}, errors: byField(errors) };
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return {
      status: 503,
      typed: await typedValues(copy),
      headers: { 'Retry-After': String(error.retryAfterSeconds) },
      errors: { '': [awayNow()] },
    };
  }
}

export const awayNow = () =>
  `We cannot take this right now. Nothing was sent, and what you wrote is still below. Try again in a few minutes, or call us: ${site().phone}.`;

const byField = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([path, messages]) => [path === 'form' ? '' : formField(path), messages]),
  );

async function typedValues(request: Request): Promise<TypedValues> {
  const form = await request.formData();
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const all = form.getAll(name).map(String);
      return [name, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}
