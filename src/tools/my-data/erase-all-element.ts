import { eraseEverything } from '#platform/kept/everything.ts';
import { tellTools } from '../frame/keeping-asked.ts';
import { thingsHere } from './things.ts';
import { eraseWords } from './words.ts';

/** `<erase-all>`: one question, and then it is gone. */
export class EraseAll extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector('[data-erase-all]')?.addEventListener('click', () => void this.#erase());
  }

  async #erase() {
    const { waitingAtTheDoor } = thingsHere();
    const warning = waitingAtTheDoor > 0 ? eraseWords.door(waitingAtTheDoor) : '';
    if (!confirm(warning + eraseWords.confirm)) return;
    let words = eraseWords.done;
    try {
      await eraseEverything();
    } catch {
      words = eraseWords.blocked;
    }
    const status = this.querySelector<HTMLElement>('[data-erase-status]');
    if (status) {
      status.textContent = words;
      status.focus();
    }
    tellTools();
  }
}
