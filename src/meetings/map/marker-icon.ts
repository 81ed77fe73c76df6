import { Icon } from 'leaflet';

export interface MarkerLook {
  /** What a screen reader says. */
  name: string;
  count: number;
  /** A square stands for one address, a disc for several. */
  oneAddress: boolean;
}

/** A marker that is a real button: Leaflet's own are images or boxes without a name. */
export class ButtonIcon extends Icon {
  readonly button: HTMLButtonElement;

  constructor({ name, count, oneAddress }: MarkerLook) {
    super({ iconUrl: '' });
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = ['marker', count === 1 ? 'one' : oneAddress ? 'address' : 'many'].join(' ');
    this.button.setAttribute('aria-label', name);
    this.button.dataset['size'] = count < 10 ? 's' : count < 1000 ? 'm' : 'l';
    if (count > 1) this.button.textContent = count < 10_000 ? String(count) : `${Math.round(count / 1000)}k`;
  }

  override createIcon(): HTMLElement {
    return this.button;
  }

  override createShadow(): HTMLElement {
    // no shadow: Leaflet takes nothing for an answer, which its types do not say
    return null as unknown as HTMLElement;
  }
}
