import { keepHeld } from '#platform/kept/keeping.ts';
import { keepHere, keepNothing } from '#platform/kept/may-keep.ts';
import { sayKept, tellTools } from './keeping-asked.ts';
import { saidOf } from './words.ts';

/** `<keep-note>`: the two answers. A yes keeps at once what was written while nobody had answered. */
class KeepNote extends HTMLElement {
  connectedCallback() {
    this.querySelector('[data-keep]')?.addEventListener('click', () => void this.#keep());
    this.querySelector('[data-keep-not]')?.addEventListener('click', () => {
      keepNothing();
      this.#answered(saidOf['not-here']);
    });
  }

  async #keep() {
    const kept = await keepHere();
    await keepHeld();
    this.#answered(saidOf[kept ? 'kept' : 'refused']);
    // once, at a press: some browsers ask the person
    void navigator.storage?.persist?.().catch(() => false);
  }

  #answered(words: string) {
    this.hidden = true;
    sayKept(words);
    tellTools();
  }
}
customElements.define('keep-note', KeepNote);
