import { isOnItsWay, publishingWords } from './state-words.ts';
import type { Publishing } from './state.ts';

const everyMilliseconds = 4000;
/** Nobody is watching a page this old; asking for longer would also keep the session open. */
const forMilliseconds = 12 * 60_000;

/**
 * `<publishing-state data-state data-changed data-path>`: asks how a change is coming along until it is on the
 * site, and says so once when that changes. Offline, and in a tab that nobody sees, it waits.
 */
class PublishingState extends HTMLElement {
  #timer = 0;
  readonly #since = performance.now();

  connectedCallback(): void {
    this.#again();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #again(): void {
    const state = this.dataset['state'] as Publishing;
    const late = performance.now() - this.#since > forMilliseconds;
    if (late || !(isOnItsWay(state) || state === 'late')) return;
    this.#timer = window.setTimeout(() => void this.#ask(), everyMilliseconds);
  }

  async #ask(): Promise<void> {
    if (document.visibilityState === 'visible') {
      const query = new URLSearchParams({ since: this.dataset['changed'] ?? '' });
      const answer = await fetch(`/staff/publishing-state/?${query}`, {
        headers: { Accept: 'application/json' },
      })
        .then((response) =>
          response.ok && !response.redirected ? (response.json() as Promise<unknown>) : null,
        )
        .catch(() => null);
      const state = stateIn(answer);
      if (state && state !== this.dataset['state']) this.#say(state);
    }
    this.#again();
  }

  #say(state: Publishing): void {
    this.dataset['state'] = state;
    const { short, more } = publishingWords[state];
    const part = (name: string) => this.querySelector<HTMLElement>(`[data-${name}]`);
    const [said, rest, see] = [part('short'), part('more'), part('see')];
    if (said) said.textContent = short;
    if (rest) {
      rest.textContent = more;
      rest.hidden = more === '';
    }
    if (see) see.hidden = state !== 'live' || !this.dataset['path'];
  }
}

function stateIn(answer: unknown): Publishing | null {
  if (typeof answer !== 'object' || answer === null || !('state' in answer)) return null;
  const { state } = answer;
  return typeof state === 'string' && state in publishingWords ? (state as Publishing) : null;
}

customElements.define('publishing-state', PublishingState);
