/**
 * `<offline-note>`: stands in a form. Without a connection it says so as soon as that is known, and stops the form
 * before anybody else sees that it was to be sent: nothing is sent, now or later, and what was typed stays in it.
 */
class OfflineNote extends HTMLElement {
  #closed = new AbortController();

  connectedCallback() {
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    addEventListener('offline', () => this.#say('before'), { signal });
    addEventListener('online', () => this.#say(undefined), { signal });
    // on the window and while it goes down: before the form's own element
    addEventListener('submit', (submit) => this.#stop(submit), { signal, capture: true });
    if (!navigator.onLine) this.#say('before');
  }

  disconnectedCallback() {
    this.#closed.abort();
  }

  #stop(submit: SubmitEvent) {
    if (navigator.onLine || submit.target !== this.closest('form')) return;
    submit.preventDefault();
    submit.stopImmediatePropagation();
    this.#say('not-sent');
    this.querySelector('p')?.focus();
  }

  #say(which: 'before' | 'not-sent' | undefined) {
    const words = which && this.querySelector<HTMLTemplateElement>(`template[data-${which}]`);
    const status = this.querySelector('p');
    if (status) status.textContent = words?.content.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  }
}
customElements.define('offline-note', OfflineNote);
