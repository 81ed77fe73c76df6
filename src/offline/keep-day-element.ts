import { dayDrawer, withDay, type KeptDay } from './day-drawer.ts';
import { keep, open, type KeptHow } from '#platform/kept/keeping.ts';
import { mayKeep } from '#platform/kept/may-keep.ts';

/** `<keep-day data-day>`: keeps the day at a press. Whether this device may keep things is asked on the page. */
class KeepDay extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.#keep());
    // the note on the page keeps what waits before it says that it was answered
    document.addEventListener('kept-changed', () => void this.#answered());
  }

  async #keep() {
    const opened = await open(dayDrawer);
    if (opened.state === 'locked') return this.#say('locked');
    const day = JSON.parse(this.dataset['day'] ?? '') as KeptDay;
    const before = opened.state === 'open' ? (opened.value ?? []) : [];
    const how: KeptHow = await keep(dayDrawer, withDay(before, day));
    const note = document.querySelector<HTMLElement>('keep-note');
    if (how === 'ask' && note) {
      note.hidden = false;
      note.querySelector('button')?.focus();
    } else this.#say(how === 'kept' || how === 'locked' || how === 'not-here' ? how : 'refused');
  }

  async #answered() {
    const may = await mayKeep();
    if (may !== 'ask') this.#say(may === 'yes' ? 'kept' : may === 'no' ? 'not-here' : 'refused');
  }

  #say(what: 'kept' | 'not-here' | 'refused' | 'locked') {
    const words = this.querySelector<HTMLTemplateElement>(`template[data-${what}]`);
    const status = this.querySelector<HTMLElement>('[role=status]');
    status?.replaceChildren(words?.content.cloneNode(true) ?? '');
    status?.focus();
  }
}
customElements.define('keep-day', KeepDay);
