import { KeptTool } from '../frame/kept-tool.ts';
import { dayInWords, dayHere } from '#platform/device-day.ts';
import { checkInDrawer, nothingYet, sameSign, timeOn, withTime, type CheckIn } from './check-in.ts';
import { drawChanges, drawHistory } from './drawing.ts';
import { ofThePlan, type OfThePlan } from './of-the-plan.ts';
import { words, type Level } from './words.ts';

/** `<check-in>`: one tap a sign, kept under the day it was tapped on. */
class CheckInTool extends KeptTool<CheckIn> {
  protected override readonly drawer = checkInDrawer;
  #kept = nothingYet;
  #plan: OfThePlan = { signs: [], actions: [] };
  #rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
  /** The day that is on the page: it stays the same when midnight passes while somebody taps. */
  #day = dayHere(new Date());

  protected override begin(): void {
    this.on('[data-sign], [type="radio"]', 'input', () => this.#changed());
    this.on('[data-history]', 'click', ({ target }) => this.#delete(target));
  }

  protected override show(checkIn: CheckIn | undefined): void {
    this.#kept = checkIn ?? nothingYet;
    this.#fill(this.#kept.signs);
    this.#draw();
    void this.#lookAtPlan();
  }

  /** Offers the plan's signs while there are none here, and its actions. */
  async #lookAtPlan() {
    this.#plan = await ofThePlan();
    const unwritten = this.#rows.every((row) => signOf(row) === '');
    if (unwritten) this.#fill(this.#plan.signs);
    this.#draw();
  }

  #fill(signs: string[]) {
    const marks = timeOn(this.#kept, this.#day)?.marks ?? [];
    for (const [index, row] of this.#rows.entries()) {
      const sign = signs[index] ?? '';
      const line = row.querySelector<HTMLInputElement>('[data-sign]');
      if (line) line.value = sign;
      const level = marks.find((mark) => sign !== '' && sameSign(mark.sign, sign))?.level;
      for (const radio of row.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
        radio.checked = radio.value === level;
      }
    }
  }

  #changed() {
    const written = this.#rows.filter((row) => signOf(row) !== '');
    const marks = written.flatMap((row) => {
      const level = levelOf(row);
      return level ? [{ sign: signOf(row), level }] : [];
    });
    this.#kept = withTime({ ...this.#kept, signs: written.map(signOf) }, { day: this.#day, marks });
    this.#draw();
    void this.keep(this.#kept);
  }

  #delete(target: EventTarget | null) {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null;
    const day = button?.dataset['day'];
    if (!day) return;
    this.#kept = withTime(this.#kept, { day, marks: [] });
    if (day === this.#day) this.#fill(this.#kept.signs);
    this.#draw();
    this.find('[data-history-title]')?.focus();
    void this.keep(this.#kept).then(() => this.say(words.erased(dayInWords(day))));
  }

  #draw() {
    // the ones that are written, and the next line to write on
    const last = this.#rows.findLastIndex((row) => signOf(row) !== '');
    for (const [index, row] of this.#rows.entries()) row.hidden = index > Math.max(last + 1, 2);
    const shown = this.find('[data-today]');
    if (shown) shown.textContent = dayInWords(this.#day, { dateStyle: 'full' });
    drawChanges(this, this.#kept, this.#day, this.#plan.actions);
    drawHistory(this, this.#kept);
  }
}

const signOf = (row: HTMLElement): string =>
  row.querySelector<HTMLInputElement>('[data-sign]')?.value.trim() ?? '';
const levelOf = (row: HTMLElement): Level | undefined =>
  row.querySelector<HTMLInputElement>(':checked')?.value as Level | undefined;

customElements.define('check-in', CheckInTool);
