import { erase, keep, onChangeElsewhere, open, underLock } from '#platform/kept/keeping.ts';
import type { Drawer } from '#platform/kept/drawer.ts';
import './keep-note-element.ts';
import { askToKeep, keepingChanged } from './keeping-asked.ts';
import { said, saidOf, saidOfUnreadable } from './words.ts';

/**
 * What every tool with a drawer does: opens it, shows what is in it, keeps what changes, erases it when asked,
 * and says so in the page's `[data-kept-status]`. The first time something is to be kept on this device it
 * asks, and behind a lock it gives way to the unlock form. A tool says how it looks, and when something is to
 * be kept.
 */
export abstract class KeptTool<Value> extends HTMLElement {
  protected abstract readonly drawer: Drawer<Value>;
  #closed = new AbortController();
  #writing: Promise<unknown> = Promise.resolve();
  /** What is kept was read and drawn. Until then a tool knows too little to write over it. */
  #shown = false;
  #early: { value: Value } | undefined;
  #keeps = 0;

  /** Draws what is kept, or the empty tool: once it is opened, after erasing, and when another tab wrote. */
  protected abstract show(value: Value | undefined): void;

  /** Listens to the tool's own fields and buttons; called once, before the drawer is opened. */
  protected begin(): void {}

  /** Ends with the element: for listeners. */
  protected get signal(): AbortSignal {
    return this.#closed.signal;
  }

  connectedCallback(): void {
    this.#closed = new AbortController();
    this.on('[data-print]', 'click', () => print());
    this.on('[data-erase]', 'click', () => void this.#erase());
    const open = () => void this.#open();
    onChangeElsewhere(this.drawer, open, this.signal);
    document.addEventListener(keepingChanged, open, { signal: this.signal });
    // a page that comes back as it was left has not heard what changed meanwhile
    addEventListener('pageshow', ({ persisted }) => persisted && open(), { signal: this.signal });
    // behind a lock, a page that was left open gives way once its time is over
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') void underLock().then((lock) => lock && open());
      },
      { signal: this.signal },
    );
    this.begin();
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false;
    open();
  }

  disconnectedCallback(): void {
    this.#closed.abort();
  }

  /** Keeps the value, one after the other in the order of the calls, and says whether it will last. */
  protected async keep(value: Value): Promise<void> {
    if (!this.#shown) {
      this.#early = { value };
      return;
    }
    this.#keeps += 1;
    const written = this.#writing.then(() => keep(this.drawer, value, this.signal));
    this.#writing = written.catch(() => undefined);
    const how = await written;
    this.say(saidOf[how]);
    if (how === 'ask') askToKeep();
    if (how === 'locked') void this.#open();
  }

  /** Said to whoever looks at the page and whoever listens to it. */
  protected say(words: string): void {
    const status = document.querySelector('[data-kept-status]');
    if (status && status.textContent !== words) status.textContent = words;
  }

  protected find<Part extends HTMLElement = HTMLElement>(selector: string): Part | null {
    return this.querySelector<Part>(selector);
  }

  protected on(selector: string, type: string, listener: (event: Event) => void): void {
    for (const part of this.querySelectorAll(selector)) {
      part.addEventListener(type, listener, { signal: this.signal });
    }
  }

  async #open(): Promise<void> {
    await this.#writing;
    const keeps = this.#keeps;
    const opened = await open(this.drawer);
    const lock = await underLock();
    // nobody is shown a form that does not listen yet
    if (lock) await import('./unlock-form-element.ts').catch(() => undefined);
    // what was written meanwhile is newer than what was read
    if (keeps !== this.#keeps) return;
    this.#shown = opened.state !== 'locked';
    this.hidden = !this.#shown;
    show('unlock-form', !this.#shown);
    show('[data-lock-again]', lock && this.#shown);
    const early = this.#early;
    this.#early = undefined;
    if (early && opened.state === 'open' && opened.value === undefined) return this.keep(early.value);
    this.show(opened.state === 'open' ? opened.value : undefined);
    if (opened.state === 'unreadable') this.say(saidOfUnreadable[opened.because]);
  }

  async #erase(): Promise<void> {
    if (!confirm(said.erase)) return;
    await this.#writing;
    await erase(this.drawer);
    this.show(undefined);
    this.say(said.erased);
  }
}

function show(selector: string, shown: boolean): void {
  const part = document.querySelector<HTMLElement>(selector);
  if (part) part.hidden = !shown;
}
