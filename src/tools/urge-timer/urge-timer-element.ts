import { KeptTool } from '../frame/kept-tool.ts';
import { onSend, writeInto } from '../frame/rows.ts';
import { noUrges, strengthOf, urgesDrawer, whenHere, withUrge } from '../urge-log/urges.ts';
import type { Running, Urges } from '../urge-log/urges.ts';
import { urgeFrom } from '../urge-log/written-urge.ts';
import { firstPerson } from './first-person.ts';
import { isOfNow, minutesLeft, stageOf, type Stage } from './timer.ts';
import { callPerson, inLog, leftInWords, said, stopped } from './words.ts';

const looksEvery = 5_000;

/** `<urge-timer>`: keeps nothing until a person keeps a log, and then also when it began, in case it is closed. */
class UrgeTimer extends KeptTool<Urges> {
  protected override readonly drawer = urgesDrawer;
  #kept = noUrges;
  #running: Running | undefined;
  #began = new Date();
  #stage: Stage | undefined;

  protected override begin(): void {
    this.#show('[data-without-script]', false);
    this.on('[data-minutes]', 'click', ({ currentTarget }) => {
      if (currentTarget instanceof HTMLElement) this.#start(Number(currentTarget.dataset['minutes']));
    });
    this.on('[data-stop]', 'click', () => {
      this.#end();
      this.#say(stopped);
      this.find('[name="after"]')?.focus();
    });
    this.on('[data-leave-out]', 'click', () => this.#clear());
    if (this.#form) onSend(this.#form, (written) => this.#log(written));
    const look = () => this.#look();
    const timer = setInterval(look, looksEvery);
    this.signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', look, { signal: this.signal });
    void this.#offerPerson();
  }

  protected override show(kept: Urges | undefined): void {
    this.#kept = kept ?? noUrges;
    const { running } = this.#kept;
    if (this.#running || !running || !isOfNow(running, Date.now())) return;
    this.#running = running;
    this.#began = new Date(running.began);
    if (this.#form) writeInto(this.#form, { before: String(running.before ?? '') });
    this.#look();
  }

  get #form(): HTMLFormElement | null {
    return this.find<HTMLFormElement>('[data-log-form]');
  }

  #start(minutes: number): void {
    this.#began = new Date();
    const before = strengthOf(this.find<HTMLSelectElement>('[name="before"]')?.value ?? '');
    this.#running = { began: this.#began.toISOString(), minutes, before };
    this.#stage = undefined;
    this.#show('[data-in-log]', false);
    const breathe = this.find<HTMLInputElement>('[data-breathe]');
    if (breathe) breathe.checked = true;
    this.#keepRunning();
    this.#look();
    this.find('[data-left]')?.focus();
  }

  #look(): void {
    if (!this.#running) return;
    const now = Date.now();
    const stage = stageOf(this.#running, now);
    const left = minutesLeft(this.#running, now);
    const words = this.find('[data-left]');
    if (words) words.textContent = leftInWords(stage, left);
    this.#show('[data-running]', true);
    this.#show('[data-choose]', stage === 'passed');
    this.#show('[data-stop]', stage !== 'passed');
    this.#show('[data-after]', stage === 'passed');
    if (stage !== this.#stage) this.#say(said[stage](left));
    this.#stage = stage;
  }

  #end(): void {
    this.#running = undefined;
    this.#keepRunning();
    this.#show('[data-running]', false);
    this.#show('[data-choose]', true);
    this.#show('[data-after]', true);
  }

  #clear(): void {
    this.#end();
    this.#form?.reset();
    this.#show('[data-after]', false);
    this.find('[data-minutes]')?.focus();
  }

  #log(written: (name: string) => string): void {
    const urge = { ...urgeFrom(written, crypto.randomUUID()), ...whenHere(this.#began) };
    const { urges } = withUrge(this.#kept, urge);
    this.#kept = { urges };
    this.#clear();
    void this.keep(this.#kept);
    this.#show('[data-in-log]', true);
    this.#say(inLog);
  }

  /** A person who keeps no log has nothing written about them, not even that a timer runs. */
  #keepRunning(): void {
    const { urges, running } = this.#kept;
    if (urges.length === 0 || running === this.#running) return;
    this.#kept = this.#running ? { urges, running: this.#running } : { urges };
    void this.keep(this.#kept);
  }

  async #offerPerson(): Promise<void> {
    const person = await firstPerson();
    const link = this.find<HTMLAnchorElement>('[data-first-person]');
    if (!person || !link) return;
    link.href = person.address;
    link.textContent = callPerson(person.name);
    link.hidden = false;
  }

  #say(words: string): void {
    const status = this.find('[data-said]');
    if (status) status.textContent = words;
  }

  #show(selector: string, shown: boolean): void {
    const part = this.find(selector);
    if (part) part.hidden = !shown;
  }
}
customElements.define('urge-timer', UrgeTimer);
