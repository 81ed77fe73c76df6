import { formBody } from './form-body.ts';

/** The text as the site will show it, and the check of its words, a moment after each stop in typing. */

const pauseMilliseconds = 400;

class LivePreview extends HTMLElement {
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  connectedCallback() {
    const form = this.closest('form');
    if (!form) return;
    this.dataset['show'] = 'write';
    this.querySelector('[data-tabs]')?.removeAttribute('hidden');
    const press = form.querySelector<HTMLElement>('[data-preview-press]');
    if (press) press.hidden = true;
    this.addEventListener('click', ({ target }) => {
      const tab = target instanceof HTMLElement && target.dataset['tab'];
      if (tab) this.#show(tab);
    });
    form.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => void this.#refresh(form), pauseMilliseconds);
    });
    void this.#refresh(form);
  }

  #show(tab: string) {
    this.dataset['show'] = tab;
    for (const button of this.querySelectorAll<HTMLElement>('[data-tab]'))
      button.ariaPressed = String(button.dataset['tab'] === tab);
  }

  async #refresh(form: HTMLFormElement) {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    try {
      const answer = await fetch(this.dataset['to'] ?? '', {
        ...{ method: 'POST', body: formBody(form), signal: asking.signal },
      });
      const fresh = this.querySelector('[data-fresh]');
      // sanitised where it was rendered, and of this origin
      if (answer.ok && fresh) fresh.innerHTML = await answer.text();
    } catch {
      // a later one is on its way, or nobody answers: what was there stays
    }
  }
}

customElements.define('live-preview', LivePreview);
