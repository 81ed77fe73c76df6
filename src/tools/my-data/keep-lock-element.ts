import { setLock } from '#platform/kept/everything.ts';
import { underLock } from '#platform/kept/keeping.ts';
import { keepHere } from '#platform/kept/may-keep.ts';
import { keepingChanged, tellTools } from '../frame/keeping-asked.ts';
import { lockWords } from './words.ts';

/** `<keep-lock>`: puts a lock on what is kept, changes its passphrase, takes it off. */
export class KeepLock extends HTMLElement {
  connectedCallback() {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#set();
    });
    this.querySelector('[data-lock-off]')?.addEventListener('click', () => void this.#takeOff());
    document.addEventListener(keepingChanged, () => void this.#show());
    void this.#show();
  }

  async #set() {
    const [first, second] = this.querySelectorAll('input');
    if (!first || !second) return;
    if ([...first.value].length < 8) return this.#say(lockWords.short);
    if (first.value !== second.value) return this.#say(lockWords.differ);
    this.#say(lockWords.working);
    const had = await underLock();
    try {
      await keepHere();
      await setLock(first.value);
    } catch {
      return this.#say(lockWords.cannot);
    }
    first.value = second.value = '';
    this.#say(had ? lockWords.changed : lockWords.on);
    tellTools();
  }

  async #takeOff() {
    if (!confirm(lockWords.confirmOff)) return;
    await setLock(undefined);
    this.#say(lockWords.taken);
    tellTools();
  }

  async #show() {
    const on = await underLock();
    // nobody is shown a button to lock it again that does not listen yet
    if (on) await import('../frame/unlock-form-element.ts').catch(() => undefined);
    const state = this.querySelector('[data-lock-state]');
    if (state) state.textContent = on ? lockWords.on : lockWords.off;
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = part.dataset['when'] !== (on ? 'on' : 'off');
    }
  }

  #say(words: string) {
    const status = this.querySelector<HTMLElement>('[data-lock-status]');
    if (!status) return;
    status.textContent = words;
    status.focus();
  }
}
