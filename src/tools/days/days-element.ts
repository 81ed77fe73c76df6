import { dayHere } from '#platform/device-day.ts';
import { KeptTool } from '../frame/kept-tool.ts';
import { onPress, onSend, rowOf, writeInto } from '../frame/rows.ts';
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
      void this.#change({ ...this.#days, covered });
      this.#page.choose(covered);
    });
    addEventListener('pagehide', () => this.#page.leave(this.#days.covered), { signal: this.signal });
  }

  protected override show(days: Days | undefined): void {
    this.#days = days ?? noDays;
    this.#page.show(this.#days.covered);
    const box = this.find<HTMLInputElement>('[data-covered]');
    if (box) box.checked = this.#days.covered;
    void this.#draw();
    if (this.#days.counters.length === 0) this.#openForm();
    else this.find('[data-new-place]')?.replaceChildren();
  }

  async #change(days: Days, focusOn?: string): Promise<void> {
    this.#days = days;
    void this.keep(days);
    await this.#draw();
    if (focusOn) this.find(`[data-counter="${focusOn}"]`)?.focus();
  }

  async #draw(): Promise<void> {
    const { counters } = this.#days;
    // who counts nothing yet needs none of it
    const drawing = counters.length > 0 ? await import('./counter-card.ts') : undefined;
    if (counters !== this.#days.counters) return;
    const today = dayHere(new Date());
    const cards = counters.map((counter) =>
      drawing?.counterCard(this, counter, today, {
        change: (update) => void this.#change(this.#with(update(this.#now(counter))), counter.id),
        keepQuietly: (update) => {
          this.#days = this.#with(update(this.#now(counter)));
          void this.keep(this.#days);
        },
        edit: (place) => this.#openForm(counter, place),
        remove: () => this.#remove(counter),
      }),
    );
    this.find('[data-counters]')?.replaceChildren(...cards.filter((card) => card !== undefined));
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
    void this.#change({ ...this.#days, counters });
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
      void this.#change(this.#with(changed), changed.id);
    });
    const asked = counter !== undefined || this.#days.counters.length > 0;
    place.replaceChildren(form);
    if (asked) form.querySelector('input')?.focus();
  }
}
customElements.define('your-days', YourDays);
