import { safeParse } from 'valibot';
import { callAddress } from '../coping-card/call-address.ts';
import { KeptTool } from '../frame/kept-tool.ts';
import { dayInWords, addDays, dayHere } from '#platform/device-day.ts';
import { Parts } from './parts.ts';
import { planDrawer, type Plan } from './plan.ts';
import { fillPaper, fitPaper } from './paper.ts';
import { suggestSigns } from './sign-suggestions.ts';
import { words } from './words.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** `<make-plan>`: keeps the plan as it is written, goes through it part by part, and makes the paper of it. */
class MakePlan extends KeptTool<Plan> {
  protected override readonly drawer = planDrawer;
  #parts: Parts | undefined;

  protected override begin(): void {
    this.on('[data-field]', 'input', () => this.#changed());
    this.on('[data-days]', 'click', ({ currentTarget }) => this.#lookAgain(currentTarget));
    this.on('[data-copy]', 'click', () => void this.#copy());
    suggestSigns(this, () => this.#changed());
    addEventListener('beforeprint', () => this.#makePaper(), { signal: this.signal });
  }

  protected override show(plan: Plan | undefined): void {
    const kept: Record<string, string> | undefined = plan;
    for (const field of this.#fields()) {
      const written = kept?.[field.name];
      // what nobody changed is said in the language of the page
      const untouched = written === undefined || written === field.dataset['otherStart'];
      field.value = untouched ? field.defaultValue : written;
    }
    this.#parts ??= new Parts(this, { whole: plan !== undefined });
    this.#afterChange();
  }

  #fields() {
    return this.querySelectorAll<Field>('[data-field]');
  }

  #value = (name: string): string => this.find<Field>(`[name="${name}"]`)?.value.trim() ?? '';

  #written(): Plan | undefined {
    const fields = Object.fromEntries([...this.#fields()].map(({ name, value }) => [name, value]));
    const read = safeParse(planDrawer.shape, fields);
    return read.success ? read.output : undefined;
  }

  #changed() {
    this.#afterChange();
    const plan = this.#written();
    if (plan) void this.keep(plan);
  }

  #afterChange() {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-call]')) {
      const which = link.dataset['call'] ?? '';
      const address = callAddress(this.#value(`phone-${which}`));
      link.hidden = !address;
      if (address) link.href = address;
      link.textContent = words.call(this.#value(`person-${which}`));
    }
    const on = dayInWords(this.#value('look-again'));
    const said = this.find('[data-look-again]');
    if (said) said.textContent = on && words.lookOn(on);
    this.dispatchEvent(new Event('changed'));
  }

  #lookAgain(button: EventTarget | null) {
    const field = this.find<HTMLInputElement>('[name="look-again"]');
    if (!field || !(button instanceof HTMLElement)) return;
    field.value = addDays(dayHere(new Date()), Number(button.dataset['days']));
    this.#changed();
  }

  async #copy() {
    const plan = this.#written();
    if (!plan) return;
    try {
      await navigator.clipboard.writeText(planDrawer.inWords(plan).join('\n'));
      this.say(words.copied);
    } catch {
      this.say(words.copyRefused);
    }
  }

  #makePaper() {
    const shown = (name: string) => {
      const value = this.#value(name);
      return name === 'look-again' ? dayInWords(value) : value;
    };
    for (const paper of this.querySelectorAll<HTMLElement>('[data-paper]')) fillPaper(paper, shown);
    const sheet = this.find('[data-paper="sheet"]');
    if (sheet) fitPaper(sheet);
  }
}
customElements.define('make-plan', MakePlan);
