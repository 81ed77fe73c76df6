/** What the timer shows: the choice of a time, the time that runs, and what to note after it. */
export class TimerFace {
  readonly #tool: HTMLElement;

  constructor(tool: HTMLElement) {
    this.#tool = tool;
  }

  /** Nothing runs. After something ran, there is a form to note it in. */
  rest({ toNote }: { toNote: boolean }): void {
    this.#show('[data-running]', false);
    this.#show('[data-choose]', true);
    this.#toNote(toNote);
  }

  run(left: string, { passed, toNote }: { passed: boolean; toNote: boolean }): void {
    const words = this.#find('[data-left]');
    if (words) words.textContent = left;
    this.#show('[data-running]', true);
    this.#show('[data-stop]', !passed);
    this.#show('[data-choose]', passed);
    this.#show('[data-in-log]', false);
    this.#toNote(toNote);
  }

  /** Brings the breath into sight and sets it going. */
  breathe(): void {
    const box = this.#find<HTMLInputElement>('[data-breathe]');
    if (box) box.checked = true;
    this.#find('[data-left]')?.focus();
    this.#find('[data-running]')?.scrollIntoView();
  }

  inLog(): void {
    this.#show('[data-in-log]', true);
  }

  focusOn(selector: string): void {
    this.#find(selector)?.focus();
  }

  /** How strong the urge is said to be: before the first while, or after the one that went by. */
  get strength(): string {
    const after = !this.form?.hidden;
    return this.#find<HTMLSelectElement>(after ? '[name="after"]' : '[name="before"]')?.value ?? '';
  }

  get form(): HTMLFormElement | null {
    return this.#find<HTMLFormElement>('[data-log-form]');
  }

  /** The strength is asked again after another while; all else that was noted stays. */
  askAfter(): void {
    const after = this.#find<HTMLSelectElement>('[name="after"]');
    if (after) after.value = '';
  }

  forget(): void {
    this.form?.reset();
    const before = this.#find<HTMLSelectElement>('[name="before"]');
    if (before) before.value = '';
  }

  say(words: string): void {
    const status = this.#find('[data-said]');
    if (status) status.textContent = words;
  }

  #toNote(shown: boolean): void {
    this.#show('[data-log-form]', shown);
    this.#show('[data-strength-before]', !shown);
  }

  #find<Part extends HTMLElement = HTMLElement>(selector: string): Part | null {
    return this.#tool.querySelector<Part>(selector);
  }

  #show(selector: string, shown: boolean): void {
    const part = this.#find(selector);
    if (part) part.hidden = !shown;
  }
}
