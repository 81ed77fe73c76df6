import type { TypedValues } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import type { Event } from '../event.ts';
import type { Question } from '../question.ts';

/** What an event asks of those who answer it. */
export interface Asking {
  slug: string;
  format: Event['format'];
  maxPartySize: number;
  asksChildren: boolean;
  asksFood: boolean;
  questions: Question[];
}

/** What stands in a form's fields, and what is wrong with it, by the field's name. */
export class FormState {
  readonly values: TypedValues;
  readonly errors: FieldErrors;
  constructor(values: TypedValues, errors: FieldErrors) {
    this.values = values;
    this.errors = errors;
  }
  /** Every choice of a field, without the blank that stands for none. */
  all(name: string): string[] {
    return [this.values[name] ?? []].flat().filter((text) => text !== '');
  }
  one(name: string): string | undefined {
    return [this.values[name] ?? []].flat().at(-1);
  }
  /** For a field with one text. */
  text(name: string) {
    return { name, value: this.one(name), errors: this.errors[name] };
  }
  /** For a field with choices. */
  choices(name: string) {
    return { name, values: this.all(name), errors: this.errors[name] };
  }
}
