import { SendingForm } from '#components/forms/sending-form.ts';
import type { Problem } from '#components/forms/show-problems.ts';
import { fromForm, toForm, type FlatForm } from './form-fields.ts';

/**
 * Sends an RSVP for the event named in `data-event`. `data-needed` holds the event's own questions that
 * need an answer, as JSON; with `data-work` the browser works for a second while its person types.
 */
class RsvpForm extends SendingForm {
  protected readonly endpoint = '/api/rsvps';
  /** When the form was shown. */
  #since = performance.now();
  #work: Promise<() => Promise<string | undefined>> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    if ('work' in this.dataset) this.addEventListener('focusin', () => this.#startWork(), { once: true });
  }

  #startWork() {
    return (this.#work ??= import('./work/work.ts').then(({ startWork }) => startWork()));
  }

  protected async request(form: HTMLFormElement): Promise<Record<string, unknown>> {
    const work = 'work' in this.dataset ? await (await this.#startWork())() : undefined;
    return {
      ...fromForm(fieldsOf(form)),
      event: this.dataset['event'],
      idempotencyKey: this.key,
      openFor: Math.round(performance.now() - this.#since),
      ...(work !== undefined && { work }),
    };
  }

  protected override onForm({ errors, ...problem }: Problem): Problem {
    const form = this.querySelector('form');
    if (!errors || !form) return problem;
    const needed = JSON.parse(this.dataset['needed'] ?? '{}') as Record<string, string>;
    return { ...problem, errors: toForm(errors, fieldsOf(form), needed) };
  }
}

function fieldsOf(form: HTMLFormElement): FlatForm {
  const data = new FormData(form);
  return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).map(String)]));
}

customElements.define('rsvp-form', RsvpForm);
