import type { FieldErrors } from '#platform/problem.ts';

/** What the fields of a form are given, by name: what was typed, and what is wrong with it. */
export function fieldProps(values: Record<string, string | string[] | undefined>, errors: FieldErrors) {
  const all = (name: string) => [values[name] ?? []].flat();
  const one = (name: string) => all(name)[0];
  return {
    all,
    one,
    /** For a field with one text. */
    text: (name: string) => ({ name, value: one(name), errors: errors[name] }),
    /** For a field with choices. */
    choice: (name: string) => ({ name, values: all(name), errors: errors[name] }),
  };
}
