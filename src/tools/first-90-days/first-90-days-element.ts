import { addDays, dayHere } from '#platform/device-day.ts';
import { KeptTool } from '../frame/kept-tool.ts';
import { onPress, onSend, rowOf } from '../frame/rows.ts';
import type { CalendarDate } from './calendar-file.ts';
import {
  dateOf,
  first90Drawer,
  noFirstDays,
  ticked,
  withOwn,
  withoutOwn,
  type FirstDays,
} from './first-90-days.ts';
import { download } from '../frame/download.ts';
import { fileMade, fileName, noHomeDate, ownTitle, shownDay } from './words.ts';

/** `<first-90-days>`: puts dates to the list from the day of coming home, and keeps what is ticked off. */
class First90Days extends KeptTool<FirstDays> {
  protected override readonly drawer = first90Drawer;
  #days = noFirstDays;

  protected override begin(): void {
    this.on('[data-home]', 'change', () => {
      const day = this.#home?.value;
      const { home: _, ...rest } = this.#days;
      this.#change(day ? { ...rest, home: day } : rest);
    });
    this.on('[data-step]', 'change', (event) => this.#tick(event));
    this.on('[data-take]', 'click', () => void this.#takeAlong());
    const form = this.find<HTMLFormElement>('form');
    if (!form) return;
    onSend(form, (written) => {
      const own = { id: crypto.randomUUID(), day: written('day'), text: written('text') };
      this.#change(withOwn(this.#days, own));
      form.reset();
      form.querySelector('input')?.focus();
    });
  }

  protected override show(days: FirstDays | undefined): void {
    this.#days = days ?? noFirstDays;
    const today = dayHere(new Date());
    if (this.#home) {
      this.#home.value = this.#days.home ?? '';
      // somebody may fill it in before they leave
      this.#home.max = addDays(today, 365);
    }
    this.#draw();
  }

  get #home(): HTMLInputElement | null {
    return this.find<HTMLInputElement>('[data-home]');
  }

  get #stops(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-day]')];
  }

  #tick({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#days = ticked(this.#days, target.dataset['step'] ?? '', target.checked);
    void this.keep(this.#days);
  }

  #change(days: FirstDays): void {
    this.#days = days;
    this.#draw();
    void this.keep(days);
  }

  #draw(): void {
    const { home, done, own } = this.#days;
    for (const stop of this.#stops) {
      const date = stop.querySelector('time');
      if (!date) continue;
      const day = home && dateOf(home, Number(stop.dataset['day']));
      date.dateTime = day ?? '';
      date.textContent = day ? shownDay(day) : '';
    }
    const rows = own.map(({ id, day, text }) => {
      const row = rowOf(this, 'own', { day: shownDay(day), text, which: text });
      const box = row.querySelector('input');
      if (box) box.dataset['step'] = id;
      box?.addEventListener('change', (event) => this.#tick(event));
      onPress(row, '[data-delete]', () => {
        this.#change(withoutOwn(this.#days, id));
        this.find('form input')?.focus();
      });
      return row;
    });
    this.find('[data-own]')?.replaceChildren(...rows);
    for (const box of this.querySelectorAll<HTMLInputElement>('[data-step]')) {
      box.checked = done.includes(box.dataset['step'] ?? '');
    }
  }

  async #takeAlong(): Promise<void> {
    const { home, own } = this.#days;
    if (!home && own.length === 0) {
      this.say(noHomeDate);
      this.#home?.focus();
      return;
    }
    const today = dayHere(new Date());
    const stops: CalendarDate[] = home
      ? this.#stops.map(({ dataset }) => ({
          day: dateOf(home, Number(dataset['day'])),
          title: dataset['calendar'] ?? ownTitle,
        }))
      : [];
    const dates = [...stops, ...own.map(({ day }) => ({ day, title: ownTitle }))]
      .filter(({ day }) => day >= today)
      .toSorted((a, b) => a.day.localeCompare(b.day));
    this.say(fileMade(dates.length));
    if (dates.length === 0) return;
    const { calendarFile } = await import('./calendar-file.ts');
    download(fileName, 'text/calendar', calendarFile(dates, new Date()));
  }
}
customElements.define('first-90-days', First90Days);
