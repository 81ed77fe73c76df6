import { dayHere } from '#platform/device-day.ts';
import { KeptTool } from '../frame/kept-tool.ts';
import { onPress, onSend, rowOf, writeInto } from '../frame/rows.ts';
import { counterCard } from './counter-card.ts';
import { CoveredPage } from './covered-page.ts';
import { daysDrawer, noDays, withItem, type Counter, type Days } from './days.ts';
import { deleteCounter } from './words.ts';

/** `<your-days>`: counts, keeps every date it is given, and can be covered. */
class YourDays extends KeptTool<Days> {
  protected override readonly drawer = daysDrawer;
  #days = noDays;
  #page = new CoveredPage(this);

  protected override begin(): void {
    const paper = this.find('[data-without-script]');
    if (paper) paper.hidden = true;
    this.on('[data-new]', 'click', () => this.#openForm());
    this.on('[data-uncover]', 'click', () => this.#page.open());
    this.on('[data-covered]', 'change', (event) => {
      const covered = event.target instanceof HTMLInputElement && event.target.checked;
      this.#change({ ...this.#days, covered });
      this.#page.choose(covered);
    });
    addEventListener('pagehide', () => this.#page.leave(this.#days.covered), { signal: this.signal });
  }

  protected override show(days: Days | undefined): void {
    this.#days = days ?? noDays;
    this.#page.show(this.#days.covered);
    const box = this.find<HTMLInputElement>('[data-covered]');
    if (box) box.checked = this.#days.covered;
    this.#draw();
    if (this.#days.counters.length === 0) this.#openForm();
    else this.find('[data-new-place]')?.replaceChildren();
  }

  #change(days: Days, focusOn?: string): void {
    this.#days = days;
    this.#draw();
    const card = focusOn && this.find(`[data-counter="${focusOn}"]`);
    if (card) card.focus();
    void this.keep(days);
  }

  #draw(): void {
    const today = dayHere(new Date());
    const cards = this.#days.counters.map((counter) =>
      counterCard(this, counter, today, {
        change: (update) => this.#change(this.#with(update(this.#now(counter))), counter.id),
        keepQuietly: (update) => {
          this.#days = this.#with(update(this.#now(counter)));
          void this.keep(this.#days);
        },
        edit: (place) => this.#openForm(counter, place),
        remove: () => this.#remove(counter),
      }),
    );
    this.find('[data-counters]')?.replaceChildren(...cards);
  }

  #now(drawn: Counter): Counter {
    return this.#days.counters.find(({ id }) => id === drawn.id) ?? drawn;
  }

  #with(counter: Counter): Days {
    return { ...this.#days, counters: withItem(this.#days.counters, counter) };
  }

  #remove(counter: Counter): void {
    if (!confirm(deleteCounter(counter))) return;
    const counters = this.#days.counters.filter(({ id }) => id !== counter.id);
    this.#change({ ...this.#days, counters });
    this.find('[data-new]')?.focus();
  }

  #openForm(counter?: Counter, place = this.find('[data-new-place]')): void {
    const form = rowOf(this, 'counter-form');
    if (!place || !(form instanceof HTMLFormElement)) return;
    const today = dayHere(new Date());
    for (const field of form.querySelectorAll<HTMLInputElement>('[data-past]')) field.max = today;
    writeInto(form, { name: counter?.name ?? '', began: counter?.began ?? today });
    onPress(form, '[data-cancel]', () => form.remove());
    onSend(form, (written) => {
      const blank = { id: crypto.randomUUID(), returns: [], lines: {} };
      const named = { name: written('name'), began: written('began') };
      const changed = { ...(counter ? this.#now(counter) : blank), ...named };
      form.remove();
      this.#change(this.#with(changed), changed.id);
    });
    const asked = counter !== undefined || this.#days.counters.length > 0;
    place.replaceChildren(form);
    if (asked) form.querySelector('input')?.focus();
  }
}
customElements.define('your-days', YourDays);
