import '#components/forms/error-summary.ts';
import { showProblems, type Problem } from '#components/forms/show-problems.ts';
import { formField, fromForm, type FlatForm } from './form.ts';

/** Autofill and the keyboard of a phone, by how the person wants to be reached. */
const inputs: Record<string, { autocomplete: AutoFill; inputMode: string }> = {
  email: { autocomplete: 'email', inputMode: 'email' },
  phone: { autocomplete: 'tel', inputMode: 'tel' },
  text: { autocomplete: 'tel', inputMode: 'tel' },
};

/**
 * Sends a sign-up without leaving the page, so that what was typed stays whatever happens, and goes to
 * the person's own page. Without it the form posts as forms do.
 */
class SignUpForm extends HTMLElement {
  /** One key for one intention: pressing twice, or again after a lost answer, is the same request. */
  #key = crypto.randomUUID();

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    this.#fitContact(form);
    addEventListener('pageshow', ({ persisted }) => persisted && this.#startAgain());
    form.addEventListener('change', () => this.#fitContact(form));
    form.addEventListener('submit', (submit) => {
      submit.preventDefault();
      void this.#send(form);
    });
  }

  #fitContact(form: HTMLFormElement) {
    const input = form.elements.namedItem('contactValue');
    const channel = new FormData(form).get('channel');
    const wanted = typeof channel === 'string' ? inputs[channel] : undefined;
    if (input instanceof HTMLInputElement && wanted) Object.assign(input, wanted);
  }

  /** Who comes back to a page kept in memory, from the answer, asks for something new. */
  #startAgain() {
    this.#key = crypto.randomUUID();
    this.querySelector('button')?.removeAttribute('aria-disabled');
  }

  async #send(form: HTMLFormElement) {
    const button = form.querySelector('button');
    if (!button || button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    try {
      const answer = await fetch('/api/step-down/sign-ups', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(this.#request(form)),
      });
      const body = (await answer.json()) as Problem & { manageUrl?: string };
      if (answer.ok && body.manageUrl) {
        location.assign(new URL(body.manageUrl).pathname);
        return;
      }
      showProblems(this, byFormField(body));
    } catch {
      showProblems(this, {
        title:
          'We could not reach the site. Nothing was sent. Check your connection and try again, or call us',
      });
    }
    button.ariaDisabled = null;
  }

  #request(form: HTMLFormElement): Record<string, unknown> {
    const data = new FormData(form);
    const fields: FlatForm = {};
    for (const name of new Set(data.keys())) fields[name] = data.getAll(name).map(String);
    const trap = 'website_confirm';
    return { ...fromForm({ ...fields, idempotencyKey: this.#key }), [trap]: String(data.get(trap) ?? '') };
  }
}

customElements.define('sign-up-form', SignUpForm);

function byFormField({ errors, ...problem }: Problem): Problem {
  if (!errors) return problem;
  return {
    ...problem,
    errors: Object.fromEntries(Object.entries(errors).map(([path, messages]) => [formField(path), messages])),
  };
}
