import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from '../spanish.ts';
import { groupsInWords } from './filter-words.ts';
import {
  anyChosen,
  fits,
  groupsAddress,
  readFilters,
  type GroupFacts,
  type GroupFilters,
} from './filters.ts';

const say = sayHere<typeof spanish>();

/**
 * `<group-browser data-today>`: answers each tick at once with the rows that are on the page, and keeps the
 * address in step, so that it can be sent on. Without scripts the form's button does the same.
 */
class GroupBrowser extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.#answer);
    // a browser that goes back may have kept other ticks than the page was made for
    addEventListener('pageshow', this.#answer);
  }

  disconnectedCallback(): void {
    removeEventListener('pageshow', this.#answer);
  }

  readonly #answer = (): void => {
    const form = this.querySelector('form');
    if (!form) return;
    const filters = readFilters(
      new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    );
    history.replaceState(null, '', pathHere(groupsAddress(filters)) + location.hash);
    this.#show(filters);
  };

  #show(filters: GroupFilters): void {
    let count = 0;
    for (const row of this.querySelectorAll<HTMLElement>('[data-facts]')) {
      const facts = JSON.parse(row.dataset['facts'] ?? '') as GroupFacts;
      row.hidden = !fits(facts, filters, this.dataset['today'] ?? '');
      if (!row.hidden) count++;
    }
    const said = this.querySelector('[data-found]');
    if (said) said.textContent = groupsInWords(count, say);
    this.#hide('[data-none]', count > 0);
    this.#hide('[data-all]', !anyChosen(filters));
  }

  #hide(selector: string, hidden: boolean): void {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = hidden;
  }
}
customElements.define('group-browser', GroupBrowser);
