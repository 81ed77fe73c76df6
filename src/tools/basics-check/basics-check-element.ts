import { KeptTool } from '../frame/kept-tool.ts';
import { basics, basicsDrawer, cameUpOften, withCheck, withoutCheck, type Check } from './checks.ts';
import { namesOf, says, whenOf, type Basic } from './words.ts';

const shownAtMost = 10;

/** `<basics-check>`: keeps which of the seven are open when asked to, and lists the last of what was kept. */
class BasicsCheck extends KeptTool<Check[]> {
  protected override readonly drawer = basicsDrawer;
  #checks: Check[] = [];

  protected override begin(): void {
    this.on('[data-keep-check]', 'click', () => void this.#add());
  }

  protected override show(checks: Check[] | undefined): void {
    this.#checks = checks ?? [];
    const list = this.find('[data-checks]');
    list?.replaceChildren(...this.#checks.slice(0, shownAtMost).flatMap((check) => this.#row(check) ?? []));
    this.#reveal('[data-kept-checks]', this.#checks.length > 0);
    const often = cameUpOften(this.#checks, new Date().toISOString());
    const line = this.find('[data-often]');
    if (line) line.textContent = often ? says.often(often.basic, often.times) : '';
    this.#reveal('[data-often]', often !== undefined);
  }

  async #add() {
    const tapped = this.#tapped();
    if (tapped.length === 0) return this.say(says.tapFirst);
    this.show(withCheck(this.#checks, { at: new Date().toISOString(), tapped }));
    await this.keep(this.#checks);
  }

  async #delete(at: string) {
    this.show(withoutCheck(this.#checks, at));
    this.find(this.#checks.length > 0 ? '[data-kept-checks] h2' : '[data-keep-check]')?.focus();
    await this.keep(this.#checks);
    this.say(says.deleted);
  }

  #tapped(): Basic[] {
    return basics.filter((basic) => this.find<HTMLDetailsElement>(`[data-basic="${basic}"]`)?.open);
  }

  #reveal(selector: string, shown: boolean) {
    const part = this.find(selector);
    if (part) part.hidden = !shown;
  }

  #row({ at, tapped }: Check): Node | undefined {
    const row = this.find<HTMLTemplateElement>('template')?.content.cloneNode(true);
    if (!(row instanceof DocumentFragment)) return undefined;
    const time = row.querySelector('time');
    if (time) {
      time.dateTime = at;
      time.textContent = whenOf(at);
    }
    const names = row.querySelector('[data-names]');
    if (names) names.textContent = namesOf(tapped);
    const button = row.querySelector('button');
    button?.setAttribute('aria-label', says.deleteOne(whenOf(at)));
    button?.addEventListener('click', () => void this.#delete(at), { signal: this.signal });
    return row;
  }
}
customElements.define('basics-check', BasicsCheck);
