import { safeParse } from 'valibot';
import { KeptTool } from '../frame/kept-tool.ts';
import { callAddress, cardDrawer, type Card } from './card.ts';

/** `<coping-card>`: keeps the card as it is written, and makes each person's number one to press. */
class CopingCard extends KeptTool<Card> {
  protected override readonly drawer = cardDrawer;

  protected override begin(): void {
    this.on('input[name]', 'input', () => this.#changed());
  }

  protected override show(card: Card | undefined): void {
    const words: Record<string, string> = card ?? {};
    for (const input of this.#inputs()) input.value = words[input.name] ?? '';
    this.#linkPhones();
  }

  #inputs() {
    return this.querySelectorAll<HTMLInputElement>('input[name]');
  }

  #changed() {
    this.#linkPhones();
    const card = Object.fromEntries([...this.#inputs()].map(({ name, value }) => [name, value]));
    const written = safeParse(cardDrawer.shape, card);
    if (written.success) void this.keep(written.output);
  }

  #linkPhones() {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-call]')) {
      const number = link.dataset['call'] ?? '';
      const value = (name: string) => this.find<HTMLInputElement>(`#${name}-${number}`)?.value ?? '';
      const address = callAddress(value('phone'));
      link.hidden = !address;
      if (address) link.href = address;
      link.textContent = `Call ${value('person') || 'this person'}`;
    }
  }
}
customElements.define('coping-card', CopingCard);
