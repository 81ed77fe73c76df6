import { keepHeld } from '#platform/kept/keeping.ts';
import { keepHere, keepNothing, mayKeep } from '#platform/kept/may-keep.ts';
import { keepingChanged, tellTools } from '../frame/keeping-asked.ts';
import { keepWords, lastingWords } from './words.ts';

/** `<keep-choice>`: says whether this device keeps things and for how long the browser will, and changes it. */
export class KeepChoice extends HTMLElement {
  connectedCallback() {
    this.#on('[data-may-keep]', async () => {
      await keepHere();
      await keepHeld();
    });
    this.#on('[data-may-not]', () => Promise.resolve(keepNothing()));
    this.#on('[data-ask-browser]', async () => {
      await navigator.storage.persist();
    });
    document.addEventListener(keepingChanged, () => void this.#show());
    void this.#show();
  }

  #on(selector: string, act: () => Promise<void>) {
    this.querySelector(selector)?.addEventListener('click', () => {
      void act().then(() => {
        tellTools();
        this.querySelector<HTMLElement>('[data-may]')?.focus();
      });
    });
  }

  async #show() {
    const may = await mayKeep();
    const lasting = await navigator.storage?.persisted?.().catch(() => undefined);
    const knows = may === 'yes' && lasting !== undefined;
    this.#words('[data-may]', keepWords[may]);
    this.#words('[data-lasting]', lastingWords[lasting ? 'yes' : 'no']);
    this.#shown('[data-lasting]', knows);
    this.#shown('[data-may-keep]', may === 'no' || may === 'ask');
    this.#shown('[data-may-not]', may === 'yes' || may === 'ask');
    this.#shown('[data-ask-browser]', knows && !lasting);
  }

  #words(selector: string, words: string) {
    const part = this.querySelector(selector);
    if (part) part.textContent = words;
  }

  #shown(selector: string, shown: boolean) {
    const part = this.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !shown;
  }
}
