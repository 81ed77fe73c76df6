import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import {
  combinedAddress,
  countWith,
  facets,
  found,
  readFilters,
  toggled,
  type Facet,
  type FilteredRow,
  type Filters,
} from './filters.ts';
import type { narrowedSpanish } from './spanish.ts';

const say = sayHere<typeof narrowedSpanish>();

interface Row extends FilteredRow {
  element: HTMLElement;
}

/**
 * `<event-browser data-whole>`: narrows the list on the page by several filters at once. The links of
 * EventFilters.astro lead to pages for one filter; here a press on them combines, the address keeps what is
 * chosen, and going back undoes it. On a page built for one filter it leaves the links alone.
 */
export class EventBrowser extends HTMLElement {
  #rows: Row[] = [];
  #filters: Filters = {};

  connectedCallback(): void {
    if (this.dataset['whole'] === undefined) return;
    this.#rows = this.#all('[data-tokens]').map((element) => ({
      element,
      tokens: new Set((element.dataset['tokens'] ?? '').split(' ')),
      again: element.dataset['again'] !== undefined,
    }));
    this.addEventListener('click', (event) => this.#press(event));
    addEventListener('popstate', this.#fromAddress);
    if (location.search !== '') this.#fromAddress();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.#fromAddress);
  }

  readonly #fromAddress = (): void => {
    this.#filters = readFilters(location.search);
    this.#show();
  };

  #press(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLElement>('a[data-facet], [data-none] a');
    if (link === null) return;
    event.preventDefault();
    const { facet, value } = link.dataset;
    this.#filters = isFacet(facet) && value ? toggled(this.#filters, facet, value) : {};
    history.pushState(null, '', pathHere(combinedAddress(this.#filters)));
    this.#show();
    // what was pressed is gone
    if (!link.isConnected || link.closest('[hidden]')) this.#part('[data-found]')?.focus();
  }

  #show(): void {
    const shown = new Set(found(this.#rows, this.#filters));
    for (const row of this.#rows) row.element.hidden = !shown.has(row);
    for (const section of this.#all('[data-month]'))
      section.hidden = section.querySelector('[data-tokens]:not([hidden])') === null;
    for (const link of this.#all('nav a[data-facet]')) this.#showLink(link);
    this.#part('[data-chips]')?.replaceChildren(...this.#chips());
    const none = this.#part('[data-none]');
    if (none) none.hidden = shown.size > 0;
    const said = this.#part('[data-found]');
    if (said) said.textContent = this.#inWords(shown.size);
  }

  #showLink(link: HTMLElement): void {
    const { facet, value = '' } = link.dataset;
    if (!isFacet(facet)) return;
    const chosen = this.#filters[facet] === value;
    if (chosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.setAttribute('href', pathHere(combinedAddress(toggled(this.#filters, facet, value))));
    const count = link.querySelector('[data-n]');
    if (count) count.textContent = String(countWith(this.#rows, this.#filters, facet, value));
  }

  /** "4 events", or what stands in the way: "0 events. Without “Online” there are 3." */
  #inWords(count: number): string {
    const events = say.count(count, '{count} event', '{count} events');
    if (count > 0) return events;
    const best = this.#chosen()
      .map(([facet, value]) => ({
        label: this.#label(facet, value),
        count: found(this.#rows, toggled(this.#filters, facet, value)).length,
      }))
      .reduce((most, one) => (one.count > most.count ? one : most), { label: '', count: 0 });
    return best.count === 0 || this.#chosen().length < 2
      ? events
      : say.count(
          best.count,
          '{events}. Without “{filter}” there is {count}.',
          '{events}. Without “{filter}” there are {count}.',
          { events, filter: best.label },
        );
  }

  #chips(): Node[] {
    const template = this.querySelector<HTMLTemplateElement>('template[data-chip]');
    if (template === null) return [];
    return this.#chosen().map(([facet, value]) => {
      const chip = template.content.cloneNode(true) as DocumentFragment;
      const link = chip.querySelector('a');
      const label = chip.querySelector('[data-label]');
      if (link) {
        Object.assign(link.dataset, { facet, value });
        link.setAttribute('href', pathHere(combinedAddress(toggled(this.#filters, facet, value))));
      }
      if (label) label.textContent = this.#label(facet, value);
      return chip;
    });
  }

  #chosen(): [Facet, string][] {
    return facets.flatMap((facet): [Facet, string][] => {
      const value = this.#filters[facet];
      return value === undefined ? [] : [[facet, value]];
    });
  }

  #label(facet: Facet, value: string): string {
    const words = this.querySelector(`nav a[data-facet="${facet}"][data-value="${value}"] [data-label]`);
    return words?.textContent ?? value;
  }

  #all(selector: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(selector)];
  }

  #part(selector: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(selector);
  }
}

const isFacet = (name: string | undefined): name is Facet => facets.some((facet) => facet === name);
