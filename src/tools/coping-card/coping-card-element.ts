import { safeParse } from 'valibot';
import { KeptTool } from '../frame/kept-tool.ts';
import { callAddress } from './call-address.ts';
import { cardDrawer, type Card } from './card.ts';
import { FullCard } from './full-card.ts';
import { words } from './words.ts';

/** `<coping-card>`: keeps the card as it is written, makes each person's number one to press, and fills the screen. */
class CopingCard extends KeptTool<Card> {
  protected override readonly drawer = cardDrawer;

  protected override begin(): void {
    this.on('input[name]', 'input', () => this.#changed());
    const dialog = this.find<HTMLDialogElement>('[data-full]');
    if (!dialog) return;
    const full = new FullCard(dialog, this.signal);
    this.on('[data-show-full]', 'click', () => {
      const card = this.#written();
      if (card) void full.open(card);
    });
  }

  protected override show(card: Card | undefined): void {
    const kept: Record<string, string> = card ?? {};
    for (const input of this.#inputs()) input.value = kept[input.name] ?? '';
    this.#linkPhones();
  }

  #inputs() {
    return this.querySelectorAll<HTMLInputElement>('input[name]');
  }

  #written(): Card | undefined {
    const card = Object.fromEntries([...this.#inputs()].map(({ name, value }) => [name, value]));
    const read = safeParse(cardDrawer.shape, card);
    return read.success ? read.output : undefined;
  }

  #changed() {
    this.#linkPhones();
    const card = this.#written();
    if (card) void this.keep(card);
  }

  #linkPhones() {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-call]')) {
      const number = link.dataset['call'] ?? '';
      const value = (name: string) => this.find<HTMLInputElement>(`#${name}-${number}`)?.value ?? '';
      const address = callAddress(value('phone'));
      link.hidden = !address;
      if (address) link.href = address;
      link.textContent = words.call(value('person'));
    }
  }
}
customElements.define('coping-card', CopingCard);
