import { showProblems, type Problem } from '#components/forms/show-problems.ts';

/**
 * Sends an RSVP without leaving the page, so that what was typed stays whatever happens. Without it the
 * form posts as forms do.
 */
class RsvpForm extends HTMLElement {
  /** One key for one intention: pressing twice, or again after a lost answer, is the same RSVP. */
  #key = crypto.randomUUID();

  connectedCallback() {
    addEventListener('pageshow', ({ persisted }) => persisted && this.#startAgain());
    this.querySelector('form')?.addEventListener('submit', (submit) => {
      submit.preventDefault();
      void this.#send(submit.target as HTMLFormElement);
    });
  }

  /** Who comes back to a page kept in memory, from the answer, answers for somebody else. */
  #startAgain() {
    this.#key = crypto.randomUUID();
    this.querySelector('button')?.removeAttribute('aria-disabled');
  }

  async #send(form: HTMLFormElement) {
    const button = form.querySelector('button');
    if (!button || button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    try {
      const answer = await fetch('/api/rsvps', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(this.#request(form)),
      });
      const body = (await answer.json()) as Problem & { manageUrl?: string };
      if (answer.ok && body.manageUrl) {
        location.assign(new URL(body.manageUrl).pathname);
        return;
      }
      showProblems(this, body);
    } catch {
      showProblems(this, {
        title: 'We could not reach the site. Nothing was sent. Check your connection and try again',
      });
    }
    button.ariaDisabled = null;
  }

  #request(form: HTMLFormElement): Record<string, unknown> {
    const { partySize, agreeToConduct, ...text } = Object.fromEntries(
      [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
    );
    return {
      ...text,
      event: this.dataset['event'],
      idempotencyKey: this.#key,
      ...(partySize !== undefined && { partySize: Number(partySize) }),
      ...(agreeToConduct === 'yes' && { agreeToConduct: true }),
    };
  }
}

customElements.define('rsvp-form', RsvpForm);
