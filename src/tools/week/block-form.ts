import type { Block } from './week.ts';
import { words, type Kind } from './words.ts';

/** The fields for one more block. They stand in no form: pressing Enter in one must not send anything. */
export class BlockForm {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    for (const button of root.querySelectorAll<HTMLElement>('[data-pick]')) {
      button.addEventListener('click', () => this.#pick((button.dataset['pick'] ?? '').split(' ')));
    }
  }

  /** The block that is written, or nothing when something is missing: then it says what, and goes there. */
  read(): Block | undefined {
    const days = this.#days().filter((box) => box.checked);
    const from = this.#field('from');
    if (days.length === 0) return this.#ask(words.pickDays, this.#days()[0]);
    if (!from?.value) return this.#ask(words.pickTime, from);
    const kind = this.#root.querySelector<HTMLInputElement>('[name="kind"]:checked')?.value as Kind;
    const what = this.#field('what');
    const block = {
      kind,
      what: what?.value.trim() ?? '',
      days: days.map((box) => Number(box.value)),
      from: from.value,
      to: this.#field('to')?.value ?? '',
    };
    if (what) what.value = '';
    return block;
  }

  #field(name: string) {
    return this.#root.querySelector<HTMLInputElement>(`[name="${name}"]`);
  }

  #days() {
    return [...this.#root.querySelectorAll<HTMLInputElement>('[name="day"]')];
  }

  #pick(days: string[]) {
    for (const box of this.#days()) box.checked = days.includes(box.value);
  }

  #ask(words: string, field: HTMLElement | null | undefined): undefined {
    const said = this.#root.querySelector('[data-said]');
    if (said) said.textContent = words;
    field?.focus();
  }
}
