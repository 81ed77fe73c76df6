import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from '../spanish.ts';
import { isAsked } from './asked.ts';

const say = sayHere<typeof spanish>();

/**
 * `<talk-list>`: leaves of the questions those that follow from what is ticked. It asks nobody and keeps
 * nothing: a page that is loaded again knows of no tick.
 */
class TalkList extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.#choose);
    // the ticks go when the event is over
    this.querySelector('form')?.addEventListener('reset', () => setTimeout(this.#choose));
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
  }

  readonly #choose = (): void => {
    const ticked = new Set(
      [...this.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value),
    );
    for (const question of this.querySelectorAll<HTMLElement>('[data-from]')) {
      const from = (question.dataset['from'] ?? '').split(' ').filter(Boolean);
      question.hidden = !isAsked(from, ticked);
    }
    const said = this.querySelector('[data-which]');
    if (said) {
      said.textContent =
        ticked.size === 0
          ? say('All questions are here. Tick what is true above, and those that follow from it stay.')
          : say('These follow from what you ticked, and the first ones are for everybody.');
    }
  };
}
customElements.define('talk-list', TalkList);
