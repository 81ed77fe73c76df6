import { callAddress, type Card } from './card.ts';
import { words } from './words.ts';

/** The card over the whole screen where the browser gives it, and over the whole page where it does not. */
export class FullCard {
  readonly #dialog: HTMLDialogElement;

  constructor(dialog: HTMLDialogElement, signal: AbortSignal) {
    this.#dialog = dialog;
    dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close(), { signal });
    dialog.querySelector('[data-leave]')?.addEventListener('click', (event) => leave(event), { signal });
    dialog.addEventListener('close', () => void leaveFullScreen(), { signal });
    // a browser keeps the first Esc for leaving its own full screen
    document.addEventListener('fullscreenchange', () => !document.fullscreenElement && dialog.close(), {
      signal,
    });
  }

  async open(card: Card): Promise<void> {
    for (const kind of ['reason', 'action'] as const) this.#list(kind, card);
    this.#people(card);
    // the page and not the dialog: a browser refuses to put a dialog itself on full screen
    if (document.fullscreenEnabled) await document.documentElement.requestFullscreen().catch(() => undefined);
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#dialog.scrollTop = 0;
    this.#dialog.querySelector<HTMLElement>('h2')?.focus();
  }

  #list(kind: 'reason' | 'action', card: Card) {
    const part = this.#dialog.querySelector<HTMLElement>(`[data-list="${kind}"]`);
    const lines = ([1, 2, 3] as const).map((n) => card[`${kind}-${n}`].trim()).filter(Boolean);
    part?.querySelector('ul')?.replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
    if (part) part.hidden = lines.length === 0;
  }

  #people(card: Card) {
    const links = ([1, 2, 3] as const).flatMap((n) => {
      const address = callAddress(card[`phone-${n}`]);
      if (!address) return [];
      const link = document.createElement('a');
      link.href = address;
      link.textContent = words.call(card[`person-${n}`].trim());
      return [link];
    });
    this.#dialog.querySelector('[data-people]')?.replaceChildren(...links);
  }
}

async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
}

/** By the page's own exit, which leaves nothing to come back to. */
function leave(event: Event): void {
  const exit = document.querySelector<HTMLAnchorElement>('quick-exit a');
  if (!exit) return;
  event.preventDefault();
  exit.click();
}
