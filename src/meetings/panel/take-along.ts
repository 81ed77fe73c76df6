import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/**
 * `<take-along data-text>`: a button that copies a text. With `data-path` it shares a page of this site
 * through what the device has for that, and copies the page's address where it has nothing.
 */
export class TakeAlong extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button) button.onclick = () => void this.#take();
  }

  async #take(): Promise<void> {
    const { text = '', path } = this.dataset;
    const url = path === undefined ? undefined : new URL(path, location.origin).href;
    try {
      if (url !== undefined && typeof navigator.share === 'function')
        return await navigator.share({ title: text, url });
      await navigator.clipboard.writeText(url ?? text);
      this.#say(url === undefined ? say('Copied.') : say('The link is copied.'));
    } catch (error) {
      // closing the share sheet is a choice
      if (error instanceof DOMException && error.name === 'AbortError') return;
      this.#say(say('This browser does not copy. Here it is: {text}', { text: url ?? text }));
    }
  }

  #say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}
