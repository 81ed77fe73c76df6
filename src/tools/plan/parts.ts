import { words } from './words.ts';

/** Shows a plan one part at a time, or the whole of it: whichever the person likes. */
export class Parts {
  readonly #root: HTMLElement;
  readonly #parts: HTMLElement[];
  #whole: boolean;
  #now = 0;

  constructor(root: HTMLElement, { whole }: { whole: boolean }) {
    this.#root = root;
    this.#parts = [...root.querySelectorAll<HTMLElement>('[data-part]')];
    this.#whole = whole;
    this.#on('[data-next]', () => this.#go(1));
    this.#on('[data-back]', () => this.#go(-1));
    this.#on('[data-view]', () => {
      this.#whole = !this.#whole;
      this.#draw();
    });
    this.#draw();
  }

  #on(selector: string, listener: () => void) {
    this.#root.querySelector(selector)?.addEventListener('click', listener);
  }

  #go(by: number) {
    this.#now = Math.min(Math.max(this.#now + by, 0), this.#parts.length - 1);
    this.#draw();
    this.#parts[this.#now]?.querySelector<HTMLElement>('h2')?.focus();
  }

  #draw() {
    const all = this.#parts.length;
    for (const [index, part] of this.#parts.entries()) part.hidden = !this.#whole && index !== this.#now;
    this.#say('[data-progress]', this.#whole ? words.whole(all) : words.part(this.#now + 1, all));
    this.#say('[data-view]', this.#whole ? words.showOne : words.showWhole);
    this.#show('[data-steps]', !this.#whole);
    this.#show('[data-back]', this.#now > 0);
    this.#show('[data-next]', this.#now < all - 1);
    this.#show('[data-last]', this.#now === all - 1);
  }

  #say(selector: string, text: string) {
    const place = this.#root.querySelector(selector);
    if (place) place.textContent = text;
  }

  #show(selector: string, shown: boolean) {
    const place = this.#root.querySelector<HTMLElement>(selector);
    if (place) place.hidden = !shown;
  }
}
