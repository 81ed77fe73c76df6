import '#components/forms/error-summary.ts';
import { formField, fromForm, type FlatForm } from './form.ts';
import { showProblems, type Problems } from './show-errors.ts';

interface Answer {
  manageUrl?: string;
  title?: string;
  detail?: string;
  errors?: Problems;
}

/** Autofill and the keyboard of a phone, by how the person wants to be reached. */
const inputs: Record<string, { autocomplete: AutoFill; inputMode: string }> = {
  email: { autocomplete: 'email', inputMode: 'email' },
  phone: { autocomplete: 'tel', inputMode: 'tel' },
  text: { autocomplete: 'tel', inputMode: 'tel' },
};

/**
 * Sends the form inside it without leaving the page, shows what is wrong where the server would, and
 * goes to the person's page. The form works without it.
 */
class SignUpForm extends HTMLElement {
  #sending = false;

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    // the key of this attempt: a second press, or a try after a lost answer, is the same request
    setKey(form);
    this.#fitContact(form);
    form.addEventListener('change', () => this.#fitContact(form));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(form);
    });
  }

  #fitContact(form: HTMLFormElement) {
    const input = form.elements.namedItem('contactValue');
    const wanted = inputs[String(new FormData(form).get('channel'))];
    if (input instanceof HTMLInputElement && wanted) Object.assign(input, wanted);
  }

  async #send(form: HTMLFormElement) {
    if (this.#sending) return;
    this.#sending = true;
    this.setAttribute('aria-busy', 'true');
    const fields = flat(new FormData(form));
    try {
      const response = await fetch('/api/step-down/sign-ups', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          ...fromForm(fields),
          website_confirm: fields['website_confirm'] || undefined,
        }),
      });
      const answer = (await response.json()) as Answer;
      if (response.ok && answer.manageUrl) {
        // who comes back to this page asks for something new
        setKey(form);
        location.assign(new URL(answer.manageUrl).pathname);
      } else {
        showProblems(this, problemsOf(answer));
      }
    } catch {
      showProblems(this, {
        '': [
          'We could not reach the site. What you wrote is still here: check your connection and try again, or call us.',
        ],
      });
    } finally {
      this.#sending = false;
      this.removeAttribute('aria-busy');
    }
  }
}
customElements.define('sign-up-form', SignUpForm);

function setKey(form: HTMLFormElement) {
  const key = form.elements.namedItem('idempotencyKey');
  // only in secure contexts; the server's own key is there otherwise
  if (key instanceof HTMLInputElement && 'randomUUID' in crypto) key.value = crypto.randomUUID();
}

function flat(data: FormData): FlatForm {
  return Object.fromEntries(
    [...new Set(data.keys())].map((name) => {
      const values = data.getAll(name).map(String);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

function problemsOf({ errors, title, detail }: Answer): Problems {
  if (!errors) return { '': [[title, detail].filter(Boolean).join('. ')] };
  return Object.fromEntries(
    Object.entries(errors).map(([path, messages]) => [path === 'form' ? '' : formField(path), messages]),
  );
}
