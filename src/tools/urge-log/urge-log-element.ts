import { dayHere } from '#platform/device-day.ts';
import { KeptTool } from '../frame/kept-tool.ts';
import { onPress, onSend, rowOf, writeInto } from '../frame/rows.ts';
import { byPartOfDay, byTrigger, byWeekday, byWhatHelped, enoughUrges } from './patterns.ts';
import {
  newestFirst,
  noUrges,
  urgesDrawer,
  whenHere,
  withoutUrge,
  withUrge,
  type Urge,
  type Urges,
} from './urges.ts';
import { deleteUrge, factsOf, ownLine, partLine, weekdayLine, whenOf } from './words.ts';
import { urgeFields, urgeFrom } from './written-urge.ts';

/** `<urge-log>`: lines added, changed and deleted, and what comes up most among them. */
class UrgeLog extends KeptTool<Urges> {
  protected override readonly drawer = urgesDrawer;
  #kept = noUrges;
  #changing: Urge | undefined;

  protected override begin(): void {
    const paper = this.find('[data-without-script]');
    if (paper) paper.hidden = true;
    const form = this.find<HTMLFormElement>('form');
    if (form) onSend(form, (written) => this.#send(form, written));
    this.on('[data-cancel]', 'click', () => this.#fill(undefined));
  }

  protected override show(kept: Urges | undefined): void {
    this.#kept = kept ?? noUrges;
    this.#draw();
    if (!this.#adding?.open) this.#fill(undefined);
    if (this.#adding && this.#kept.urges.length === 0) this.#adding.open = true;
  }

  get #adding(): HTMLDetailsElement | null {
    return this.find<HTMLDetailsElement>('[data-add]');
  }

  #send(form: HTMLFormElement, written: (name: string) => string): void {
    const now = this.#changing?.id ?? crypto.randomUUID();
    this.#change(withUrge(this.#kept, urgeFrom(written, now)));
    form.reset();
    this.#fill(undefined);
    this.find('[data-log-title]')?.focus();
  }

  #change(kept: Urges): void {
    this.#kept = kept;
    this.#draw();
    void this.keep(kept);
  }

  /** Puts a line in the form to be changed, or makes the form ready for a new one. */
  #fill(urge: Urge | undefined): void {
    this.#changing = urge;
    const form = this.find<HTMLFormElement>('form');
    if (!form || !this.#adding) return;
    form.reset();
    const now = new Date();
    const day = form.querySelector<HTMLInputElement>('[name="day"]');
    if (day) day.max = dayHere(now);
    writeInto(form, urge ? urgeFields(urge) : whenHere(now));
    this.#adding.open = urge !== undefined;
    if (urge) day?.focus();
  }

  #draw(): void {
    const { urges } = this.#kept;
    const lines = newestFirst(urges).map((urge) => {
      const when = whenOf(urge);
      const line = rowOf(this, 'urge', { when, which: when });
      line.querySelector('[data-facts]')?.replaceChildren(...this.#facts(factsOf(urge)));
      onPress(line, '[data-edit]', () => this.#fill(urge));
      onPress(line, '[data-delete]', () => {
        if (!confirm(deleteUrge(urge))) return;
        this.#change(withoutUrge(this.#kept, urge.id));
        this.find('summary')?.focus();
      });
      return line;
    });
    this.find('[data-lines]')?.replaceChildren(...lines);
    this.#show('[data-log]', urges.length > 0);
    this.#show('[data-patterns]', urges.length >= enoughUrges);
    this.#list(
      'part',
      byPartOfDay(urges).map(({ key, times }) => partLine(key, times)),
    );
    this.#list(
      'weekday',
      byWeekday(urges).map(({ key, times }) => weekdayLine(key, times)),
    );
    this.#list(
      'trigger',
      byTrigger(urges).map(({ key, times }) => ownLine(key, times)),
    );
    this.#list(
      'helped',
      byWhatHelped(urges).map(({ key, times }) => ownLine(key, times)),
    );
  }

  #facts(texts: string[]): HTMLElement[] {
    return texts.map((text) => rowOf(this, 'fact', { text }));
  }

  #list(pattern: string, lines: string[]): void {
    this.#show(`[data-pattern="${pattern}"]`, lines.length > 0);
    this.find(`[data-pattern="${pattern}"] ul`)?.replaceChildren(...this.#facts(lines));
  }

  #show(selector: string, shown: boolean): void {
    const part = this.find(selector);
    if (part) part.hidden = !shown;
  }
}
customElements.define('urge-log', UrgeLog);
