import type { TypedValues } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';

/** What every field of a form is given: its name, what was typed, and what is wrong with it. */
export function fieldProps(values: TypedValues, errors: FieldErrors) {
  const all = (name: string) => [values[name] ?? []].flat();
  return {
    one: (name: string) => all(name)[0] ?? '',
    text: (name: string) => ({ name, value: all(name)[0] ?? '', errors: errors[name] }),
    choice: (name: string) => ({ name, values: all(name), errors: errors[name] }),
  };
}
