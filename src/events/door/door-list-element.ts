import type { DoorGuest } from './door-guest.ts';
import { DoorLine } from './door-line.ts';
import { DoorRows } from './door-rows.ts';
import { lineWords, refusedItem, scannedWords } from './door-words.ts';
import { hereAfter, type Press } from './presses.ts';

/** The list at the door, with signal or without. Without this script every press is a form. */
class DoorList extends HTMLElement {
  readonly #guests = new Map<string, DoorGuest>();
  readonly #rows = new DoorRows(this);
  readonly #leaving = new AbortController();
  #line!: DoorLine;
  #lastPress = Date.now();

  connectedCallback() {
    for (const guest of this.#rows.read()) this.#guests.set(guest.rsvp, guest);
    this.#line = new DoorLine(this.dataset, (guests) => this.#show(guests));
    const { signal } = this.#leaving;
    const line = this.#line;
    this.addEventListener('submit', (submit) => this.#onSubmit(submit), { signal });
    this.addEventListener('input', () => this.#filter(), { signal });
    this.addEventListener('click', (click) => this.#onClick(click), { signal });
    this.addEventListener('arrival-code', (scan) => this.#onCode((scan as CustomEvent<string>).detail), {
      signal,
    });
    addEventListener('online', () => void line.send(), { signal });
    addEventListener('beforeunload', (leave) => line.presses.length > 0 && leave.preventDefault(), {
      signal,
    });
    document.addEventListener('visibilitychange', () => document.hidden || void line.send(), { signal });
    const timer = setInterval(() => this.#hearNews(), 20_000);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.#show([]);
    void line.send();
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** Asks for news while somebody works here: a device that was left alone must be signed out in time. */
  #hearNews() {
    const inUse = Date.now() - this.#lastPress < 15 * 60_000;
    if ((inUse && !document.hidden) || this.#line.presses.length > 0) void this.#line.send();
  }

  #onSubmit(submit: SubmitEvent) {
    const form = submit.target as HTMLFormElement;
    const typed = new FormData(form, submit.submitter);
    const text = (name: string) => String(typed.get(name) ?? '');
    submit.preventDefault();
    const action = text('action');
    if (action === 'walk-in') this.#walkIn(Number(text('count')), text('name').trim(), form);
    if (action !== 'arrive' && action !== 'back') return;
    const rsvp = text('rsvp');
    const count = action === 'arrive' ? Number(text('count')) : 0;
    const name = this.#guests.get(rsvp)?.name ?? 'Walk-in';
    this.#press({ kind: 'arrive', rsvp, count, was: Number(text('was')) });
    this.#say(count > 0 ? `${name} is checked in.` : `${name} is taken back.`);
    this.#rows.focus(rsvp);
  }

  #walkIn(people: number, name: string, form: HTMLFormElement) {
    const count = Math.min(50, Math.max(1, Math.round(people) || 1));
    this.#press({ kind: 'walk-in', rsvp: crypto.randomUUID(), count, was: 0, name: name.slice(0, 100) });
    form.reset();
    this.#say(count === 1 ? 'A walk-in is noted.' : `A party of ${count} who walked in is noted.`);
  }

  #press(press: Omit<Press, 'id' | 'at'>) {
    this.#lastPress = Date.now();
    this.#line.press({ ...press, id: crypto.randomUUID(), at: new Date().toISOString() });
  }

  #onCode(code: string) {
    const guest = [...this.#guests.values()].find((one) => one.code === code);
    const here = guest ? hereAfter(this.#line.presses, guest.rsvp, guest.here) : 0;
    this.#say(scannedWords(guest, here));
    if (!guest) return;
    if (guest.standing === 'going' && here === 0)
      this.#press({ kind: 'arrive', rsvp: guest.rsvp, count: guest.party, was: 0 });
    this.#rows.bringIntoView(guest.rsvp);
  }

  #onClick({ target }: Event) {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-do]') : null;
    const { do: what = '', press = '' } = button?.dataset ?? {};
    const acts: Record<string, () => void> = {
      send: () => void this.#line.send(),
      clear: () => this.#line.clear(),
      again: () => this.#line.dismiss(press, true),
      dismiss: () => this.#line.dismiss(press),
    };
    acts[what]?.();
  }

  /** The guests as the server knows them, and over them what was pressed here and not sent yet. */
  #show(changed: DoorGuest[]) {
    for (const guest of changed) this.#guests.set(guest.rsvp, guest);
    const { presses, refused } = this.#line;
    const shown = [...this.#guests.values(), ...walkedIn(presses, this.#guests)]
      .map((guest) => ({ ...guest, here: hereAfter(presses, guest.rsvp, guest.here) }))
      .filter(({ standing }) => standing !== 'cancelled');
    this.#rows.show(shown, this.dataset['guests'] ?? '');
    this.#filter();
    this.#part('.count').textContent = String(shown.reduce((sum, { here }) => sum + here, 0));
    this.#part('.line').textContent = lineWords(this.#line);
    this.#part('.line-acts').hidden = presses.length + refused.length === 0;
    this.#part('.refused').hidden = refused.length === 0;
    this.#part('.refused').replaceChildren(
      ...refused.map((press) => refusedItem(press, this.#guests.get(press.rsvp)?.name ?? press.name)),
    );
  }

  #filter() {
    const typed = this.querySelector<HTMLInputElement>('[type="search"]')?.value ?? '';
    this.#part('.nobody').hidden = this.#rows.filter(typed) > 0;
  }

  #say(words: string) {
    this.#part('.said').textContent = words;
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`The list at the door is without ${selector}`);
    return part;
  }
}
/** Who walked in and is known to this device only. */
const walkedIn = (presses: readonly Press[], known: ReadonlyMap<string, unknown>): DoorGuest[] =>
  presses
    .filter(({ kind, rsvp }) => kind === 'walk-in' && !known.has(rsvp))
    .map(({ rsvp, name, count }) => ({
      ...{ rsvp, code: null, name: name || 'Walk-in', party: count, children: 0, attends: null },
      ...{ standing: 'going', position: null, walkIn: true, here: count },
    }));

customElements.define('door-list', DoorList);
