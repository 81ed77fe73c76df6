import { stepAfter, stepNamed } from './steps.ts';

/**
 * `<next-24-hours>`: one step on the screen at a time. It keeps nothing, here or in the address: which step
 * somebody was at is nobody’s business, not even the browser history’s.
 */
class Next24Hours extends HTMLElement {
  #at = 0;
  #closed = new AbortController();

  connectedCallback(): void {
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    this.#button('next')?.addEventListener('click', () => this.#go(1), { signal });
    this.#button('back')?.addEventListener('click', () => this.#go(-1), { signal });
    this.#at = stepNamed(location.hash);
    this.#show();
    this.classList.add('one-at-a-time');
  }

  disconnectedCallback(): void {
    this.#closed.abort();
  }

  #button(name: 'next' | 'back') {
    return this.querySelector<HTMLButtonElement>(`[data-${name}]`);
  }

  #go(by: 1 | -1): void {
    this.#at = stepAfter(this.#at, by);
    const step = this.#show();
    step?.scrollIntoView();
    // read out, and where Tab goes on from
    step?.querySelector('h2')?.focus({ preventScroll: true });
  }

  #show(): Element | undefined {
    const all = [...this.querySelectorAll('.step')];
    for (const [index, step] of all.entries()) step.classList.toggle('now', index === this.#at);
    const [back, next] = [this.#button('back'), this.#button('next')];
    if (back) back.hidden = this.#at === 0;
    if (next) next.hidden = this.#at === all.length - 1;
    return all[this.#at];
  }
}
customElements.define('next-24-hours', Next24Hours);
