import { safeParse } from 'valibot';
import { KeptTool } from '../frame/kept-tool.ts';
import { dayHere } from '#platform/device-day.ts';
import { download } from '../frame/download.ts';
import { BlockForm } from './block-form.ts';
import { weeklyEvents } from './calendar-events.ts';
import {
  blockInWords,
  blocksOn,
  hoursInWords,
  weekDrawer,
  withBlock,
  withoutBlock,
  type Week,
} from './week.ts';
import { dayName, fileName, words } from './words.ts';

/** `<week-planner>`: blocks put into seven days, to print and to take along in a calendar. */
class WeekPlanner extends KeptTool<Week> {
  protected override readonly drawer = weekDrawer;
  #week: Week = { blocks: [] };

  protected override begin(): void {
    const form = new BlockForm(this);
    this.on('[data-add]', 'click', () => {
      const block = form.read();
      if (!block) return;
      const next = safeParse(weekDrawer.shape, withBlock(this.#week, block));
      if (next.success) this.#change(next.output, words.added(blockInWords(block)));
    });
    this.on('[data-calendar]', 'click', () => void this.#takeAlong());
  }

  protected override show(week: Week | undefined): void {
    this.#week = week ?? { blocks: [] };
    this.#draw();
  }

  #change(week: Week, said: string) {
    this.#week = week;
    this.#draw();
    void this.keep(week);
    const status = this.find('[data-said]');
    if (status) status.textContent = said;
  }

  #draw() {
    let most = 0;
    for (const list of this.querySelectorAll<HTMLElement>('[data-day]')) {
      const day = Number(list.dataset['day']);
      const blocks = blocksOn(this.#week, day);
      most = Math.max(most, blocks.length);
      list.replaceChildren(
        ...blocks.map((block) => {
          const item = this.find<HTMLTemplateElement>('template')?.content.cloneNode(
            true,
          ) as DocumentFragment;
          const [hours, what, button] = item.querySelectorAll<HTMLElement>('span, strong, button');
          const name = blockInWords(block);
          if (hours) hours.textContent = hoursInWords(block);
          if (what) what.textContent = name;
          const label = words.remove(name, dayName(day));
          button?.setAttribute('aria-label', label);
          button?.addEventListener('click', () => {
            this.#change(withoutBlock(this.#week, block, day), words.removed(name, dayName(day)));
            this.find(`#day-${day}`)?.focus();
          });
          return item;
        }),
      );
    }
    this.dataset['full'] = most > 12 ? 'very' : most > 7 ? 'rather' : 'no';
  }

  async #takeAlong() {
    if (this.#week.blocks.length === 0) return this.say(words.nothingToTake);
    try {
      const { calendarFile } = await import('./calendar-file.ts');
      download(fileName, 'text/calendar', calendarFile(weeklyEvents(this.#week, dayHere(new Date()))));
      this.say(words.calendarReady);
    } catch {
      this.say(words.calendarFailed);
    }
  }
}
customElements.define('week-planner', WeekPlanner);
