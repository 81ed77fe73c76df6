import '#components/forms/error-summary.ts';
import { SendingForm } from '#components/forms/sending-form.ts';
import type { Problem } from '#components/forms/show-problems.ts';
import { formField, fromForm, type FlatForm } from './form.ts';

/** Autofill and the keyboard of a phone, by how the person wants to be reached. */
const inputs: Record<string, { autocomplete: AutoFill; inputMode: string }> = {
  email: { autocomplete: 'email', inputMode: 'email' },
  phone: { autocomplete: 'tel', inputMode: 'tel' },
  text: { autocomplete: 'tel', inputMode: 'tel' },
};

/** Sends a sign-up, and fits the contact field to the way of contact that is chosen. */
class SignUpForm extends SendingForm {
  protected readonly endpoint = '/api/step-down/sign-ups';
  protected override unreachable =
    'We could not reach the site. Nothing was sent. Check your connection and try again, or call us';

  override connectedCallback() {
    super.connectedCallback();
    const form = this.querySelector('form');
    if (!form) return;
    this.#fitContact(form);
    form.addEventListener('change', () => this.#fitContact(form));
  }

  #fitContact(form: HTMLFormElement) {
    const input = form.elements.namedItem('contactValue');
    const channel = new FormData(form).get('channel');
    const wanted = typeof channel === 'string' ? inputs[channel] : undefined;
    if (input instanceof HTMLInputElement && wanted) Object.assign(input, wanted);
  }

  protected request(form: HTMLFormElement): Record<string, unknown> {
    const data = new FormData(form);
    const fields: FlatForm = {};
    for (const name of new Set(data.keys())) fields[name] = data.getAll(name).map(String);
    const trap = 'website_confirm';
    return { ...fromForm({ ...fields, idempotencyKey: this.key }), [trap]: String(data.get(trap) ?? '') };
  }

  protected override onForm({ errors, ...problem }: Problem): Problem {
    if (!errors) return problem;
    return {
      ...problem,
      errors: Object.fromEntries(
        Object.entries(errors).map(([path, messages]) => [formField(path), messages]),
      ),
    };
  }
}

customElements.define('sign-up-form', SignUpForm);
