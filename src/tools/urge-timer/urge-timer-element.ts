import { KeptTool } from '../frame/kept-tool.ts';
import { onSend } from '../frame/rows.ts';
import { noUrges, strengthOf, urgesDrawer, whenHere, withUrge } from '../urge-log/urges.ts';
import type { Running, Urges } from '../urge-log/urges.ts';
import { urgeFrom } from '../urge-log/written-urge.ts';
import { peopleHere } from '../your-people/people-here.ts';
import { TimerFace } from './timer-face.ts';
import { isOfNow, minutesLeft, stageOf, type Stage } from './timer.ts';
import { callPerson, inLog, leftInWords, said, stopped } from './words.ts';

const looksEvery = 5_000;

/** `<urge-timer>`: keeps nothing until a person keeps a log, and then also when it began, in case it is closed. */
class UrgeTimer extends KeptTool<Urges> {
  protected override readonly drawer = urgesDrawer;
  #face = new TimerFace(this);
  #kept = noUrges;
  #running: Running | undefined;
  /** What ran first since something was last noted: one urge may take more than one while. */
  #first: Running | undefined;
  #stage: Stage | undefined;
  #locked = false;

  protected override begin(): void {
    const paper = this.find('[data-without-script]');
    if (paper) paper.hidden = true;
    this.on('[data-minutes]', 'click', ({ currentTarget }) => {
      if (currentTarget instanceof HTMLElement) this.#start(Number(currentTarget.dataset['minutes']));
    });
    this.on('[data-stop]', 'click', () => {
      this.#end({ toNote: true });
      this.#face.say(stopped);
      this.#face.focusOn('[name="after"]');
    });
    this.on('[data-leave-out]', 'click', () => this.#done());
    if (this.#face.form) onSend(this.#face.form, (written) => this.#log(written));
    const look = () => this.#look();
    const timer = setInterval(look, looksEvery);
    this.signal.addEventListener('abort', () => clearInterval(timer));
    document.addEventListener('visibilitychange', look, { signal: this.signal });
    void this.#offerPerson();
  }

  protected override show(kept: Urges | undefined): void {
    // locked away is the log; the timer and the people to call never are
    this.#locked = this.hidden;
    this.hidden = false;
    this.#kept = kept ?? noUrges;
    const { running } = this.#kept;
    if (this.#running || !running || !isOfNow(running, Date.now())) return;
    this.#running = running;
    this.#look();
  }

  #start(minutes: number): void {
    const before = strengthOf(this.#face.strength);
    this.#running = { began: new Date().toISOString(), minutes, before };
    this.#stage = undefined;
    this.#face.askAfter();
    this.#keepRunning();
    this.#look();
    this.#face.breathe();
  }

  #look(): void {
    if (!this.#running) return;
    const now = Date.now();
    const stage = stageOf(this.#running, now);
    const left = minutesLeft(this.#running, now);
    this.#first ??= this.#running;
    this.#face.run(leftInWords(stage, left), {
      passed: stage === 'passed',
      toNote: stage === 'passed' && !this.#locked,
    });
    if (stage !== this.#stage) this.#face.say(said[stage](left));
    this.#stage = stage;
  }

  #end({ toNote }: { toNote: boolean }): void {
    this.#running = undefined;
    this.#keepRunning();
    this.#face.rest({ toNote: toNote && !this.#locked });
  }

  #done(): void {
    this.#first = undefined;
    this.#end({ toNote: false });
    this.#face.forget();
    this.#face.focusOn('[data-minutes]');
  }

  #log(written: (name: string) => string): void {
    const { began, before } = this.#first ?? { began: Date.now(), before: null };
    const when = whenHere(new Date(began));
    const urge = { ...urgeFrom(written, crypto.randomUUID()), ...when, before };
    this.#kept = { urges: withUrge(this.#kept, urge).urges };
    void this.keep(this.#kept);
    this.#done();
    this.#face.inLog();
    this.#face.say(inLog);
  }

  /** A person who keeps no log has nothing written about them, not even that a timer runs. */
  #keepRunning(): void {
    const { urges, running } = this.#kept;
    if (urges.length === 0 || running === this.#running) return;
    this.#kept = this.#running ? { urges, running: this.#running } : { urges };
    void this.keep(this.#kept);
  }

  async #offerPerson(): Promise<void> {
    const [person] = await peopleHere();
    const link = this.find<HTMLAnchorElement>('[data-first-person]');
    if (!person || !link) return;
    link.href = person.address;
    link.textContent = callPerson(person.name);
    link.hidden = false;
  }
}
customElements.define('urge-timer', UrgeTimer);
