import { keepHeld } from '#platform/kept/keeping.ts';
import { look } from '#platform/kept/browser-storage.ts';
import { tellTools } from './keeping-asked.ts';
import { unlockWords } from './unlock-words.ts';

/** `<unlock-form>`: opens the lock for this tab. */
class UnlockForm extends HTMLElement {
  connectedCallback() {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#unlock();
    });
    document.querySelector('[data-lock-again]')?.addEventListener('click', () => void this.#lockAgain());
  }

  async #unlock() {
    const field = this.querySelector('input');
    if (!field) return;
    this.#say(unlockWords.opening);
    const [{ lockIn, unlock }, records] = await Promise.all([import('#platform/kept/lock.ts'), look()]);
    const lock = records && lockIn(records);
    if (lock && !(await unlock(lock, field.value))) {
      this.#say(unlockWords.wrong);
      field.select();
      return;
    }
    field.value = '';
    this.#say('');
    await keepHeld();
    tellTools();
  }

  async #lockAgain() {
    const { lockAgain } = await import('#platform/kept/lock.ts');
    lockAgain();
    tellTools();
  }

  #say(words: string) {
    const status = this.querySelector('[data-unlock-status]');
    if (status) status.textContent = words;
  }
}
customElements.define('unlock-form', UnlockForm);
