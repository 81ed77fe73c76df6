import { neutralName } from './words.ts';

/** The page under its other name: what is on it shows only once it is asked for, until the page is left. */
export class CoveredPage {
  #tool: HTMLElement;
  #own = { title: document.title, heading: '' };
  #opened = false;

  constructor(tool: HTMLElement) {
    this.#tool = tool;
    this.#own.heading = this.#heading?.textContent ?? '';
  }

  get #heading(): HTMLElement | null {
    return document.querySelector('main h1');
  }

  show(covered: boolean): void {
    document.title = covered ? neutralName : this.#own.title;
    if (this.#heading) this.#heading.textContent = covered ? neutralName : this.#own.heading;
    for (const told of document.querySelectorAll<HTMLElement>('main .lead, [data-telling]')) {
      told.hidden = covered;
    }
    const closed = covered && !this.#opened;
    this.#part('[data-lid]', !closed);
    this.#part('[data-inside]', closed);
  }

  /** Somebody chose so: the page shows at once what it will look like. */
  choose(covered: boolean): void {
    this.#opened = false;
    this.show(covered);
    if (covered) this.#tool.querySelector<HTMLElement>('[data-uncover]')?.focus();
  }

  open(): void {
    this.#opened = true;
    this.#part('[data-lid]', true);
    this.#part('[data-inside]', false);
    this.#tool.querySelector<HTMLElement>('[data-counter]')?.focus();
  }

  /** Whoever comes back to the page with the browser’s back button finds it covered again. */
  leave(covered: boolean): void {
    this.#opened = false;
    this.show(covered);
  }

  #part(selector: string, hidden: boolean): void {
    const part = this.#tool.querySelector<HTMLElement>(selector);
    if (part) part.hidden = hidden;
  }
}
