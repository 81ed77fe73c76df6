import { erase, keep, onChangeElsewhere, open } from '#platform/kept/keeping.ts';
import type { Drawer } from '#platform/kept/drawer.ts';

/**
 * What every tool with a drawer does: opens it, shows what is in it, keeps what changes, erases it when asked,
 * and says so in the page's `[data-kept-status]`. A tool says how it looks, and when something is to be kept.
 */
export abstract class KeptTool<Value> extends HTMLElement {
  protected abstract readonly drawer: Drawer<Value>;
  #closed = new AbortController();
  #writing: Promise<unknown> = Promise.resolve();

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
    onChangeElsewhere(this.drawer, () => void this.#open(), this.signal);
    this.begin();
    for (const part of this.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false;
    void this.#open();
  }

  disconnectedCallback(): void {
    this.#closed.abort();
  }

  /** Keeps the value, one after the other in the order of the calls, and says whether it will last. */
  protected async keep(value: Value): Promise<void> {
    const written = this.#writing.then(() => keep(this.drawer, value));
    this.#writing = written.catch(() => undefined);
    const how = await written;
    this.say(
      how === 'kept'
        ? 'Kept on this device.'
        : 'This browser does not keep things. What you write is here until you close the page. You can print it.',
    );
  }

  /** Said to whoever looks at the page and whoever listens to it. */
  protected say(words: string): void {
    const status = document.querySelector('[data-kept-status]');
    if (status) status.textContent = words;
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
    const opened = await open(this.drawer);
    if (opened.state === 'open') return this.show(opened.value);
    this.show(undefined);
    this.say(
      opened.because === 'newer'
        ? 'What is kept here comes from a newer version of this page. Load the page again to see it.'
        : 'What is kept here cannot be read. It stays as it is until you write something new.',
    );
  }

  async #erase(): Promise<void> {
    if (!confirm('Erase what is on this page from this device?')) return;
    await this.#writing;
    await erase(this.drawer);
    this.show(undefined);
    this.say('Erased from this device.');
  }
}
