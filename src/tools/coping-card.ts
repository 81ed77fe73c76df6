import { callAddress, readCard, type Card } from './card.ts';

const storageKey = 'card';

/** Keeps the card on this device as it is written. Nothing here talks to a server. */
class CopingCard extends HTMLElement {
  connectedCallback() {
    this.querySelector<HTMLElement>('[data-keeping]')?.removeAttribute('hidden');
    this.#fill(readCard(this.#stored()) ?? {});
    this.addEventListener('input', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type !== 'file') this.#keep();
    });
    this.#on('[data-export]', 'click', () => this.#export());
    this.#on('[data-erase]', 'click', () => this.#erase());
    this.#on('[data-print]', 'click', () => print());
    this.#on('input[type=file]', 'change', (event) => void this.#import(event.target as HTMLInputElement));
  }

  #on(selector: string, type: string, listener: (event: Event) => void) {
    this.querySelector(selector)?.addEventListener(type, listener);
  }

  #inputs() {
    return this.querySelectorAll<HTMLInputElement>('input[name]');
  }

  #stored() {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null;
    }
  }

  #words(): Card {
    return Object.fromEntries([...this.#inputs()].map(({ name, value }) => [name, value]));
  }

  #fill(card: Card) {
    for (const input of this.#inputs()) input.value = card[input.name] ?? '';
    this.#linkPhones();
  }

  #linkPhones() {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-call]')) {
      const number = link.dataset['call'] ?? '';
      const value = (name: string) => this.querySelector<HTMLInputElement>(`#${name}-${number}`)?.value ?? '';
      const address = callAddress(value('phone'));
      link.hidden = !address;
      if (address) link.href = address;
      link.textContent = `Call ${value('person') || 'this person'}`;
    }
  }

  #keep() {
    this.#linkPhones();
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#words()));
      this.#say('Kept on this device.');
      void navigator.storage?.persist?.();
    } catch {
      this.#say('This browser does not keep things. You can still print the card.');
    }
  }

  #export() {
    const address = URL.createObjectURL(
      new Blob([JSON.stringify(this.#words(), null, 2)], { type: 'application/json' }),
    );
    const link = Object.assign(document.createElement('a'), { href: address, download: 'card.json' });
    link.click();
    URL.revokeObjectURL(address);
    this.#say('Saved as card.json. Anyone who opens the file can read it.');
  }

  async #import(input: HTMLInputElement) {
    const card = readCard((await input.files?.[0]?.text()) ?? null);
    input.value = '';
    if (!card) return this.#say('That file is not a card saved from here.');
    this.#fill(card);
    this.#keep();
  }

  #erase() {
    if (!confirm('Erase everything on this card from this device?')) return;
    try {
      localStorage.removeItem(storageKey);
    } catch {
      // Nothing was kept.
    }
    this.#fill({});
    this.#say('Erased from this device.');
  }

  #say(words: string) {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}
customElements.define('coping-card', CopingCard);
