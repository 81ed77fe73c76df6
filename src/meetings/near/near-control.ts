import type { Position } from './distance.ts';
import { askPosition } from './here.ts';
import { placeChoices, type PlaceChoices } from './place-choices.ts';
import { placeLookup } from './place-lookup.ts';
import { reachSelects, type ReachSelects } from './reach-selects.ts';
import { reachInKilometres, type Reach } from './reach.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';
import { nearWords } from './words.ts';

/** Around where to look; null: everywhere. */
export type Near = (Position & { label: string; kilometres: number; unit: Reach['unit'] }) | null;

const words = nearWords(sayHere<typeof spanish>());

type Centre = Position & { label: string };

const typingPause = 120;

/**
 * `<near-control>`: says around where to look, by a `near` event that bubbles, its detail a {@link Near}. The
 * table of places is fetched when the control is first used, the same for everybody. What is typed and where
 * the device is stay in this element: no request, address or storage ever holds them.
 */
export class NearControl extends HTMLElement {
  #lookup = placeLookup();
  #choices: PlaceChoices | undefined;
  #reach: ReachSelects | undefined;
  #centre: Centre | null = null;
  #timer: number | undefined;
  /** Counts what was done here, so that a late answer does not undo what came after its question. */
  #turn = 0;

  connectedCallback(): void {
    const input = this.#part('input', HTMLInputElement);
    this.#choices = placeChoices(input, this.#part('[data-places]', HTMLElement), (place) => {
      input.focus();
      this.#go(place);
    });
    this.#reach = reachSelects(
      this.#part('[data-within]', HTMLSelectElement),
      this.#part('[data-unit]', HTMLSelectElement),
      () => this.#centre && this.#go(this.#centre),
    );
    this.addEventListener('focusin', () => this.#lookup.prepare(), { once: true });
    input.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#offer(input.value), typingPause);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      // the form around this must not be sent: it is for the words of a search
      event.preventDefault();
      void this.#take(input.value);
    });
    this.#part('[data-here]', HTMLElement).addEventListener('click', () => void this.#lookHere());
    this.#part('[data-clear]', HTMLElement).addEventListener('click', () => {
      input.focus();
      this.clear();
    });
  }

  /** Looks everywhere again. */
  clear(): void {
    this.#part('input', HTMLInputElement).value = '';
    this.#settle(null, words.cleared);
  }

  async #offer(typed: string): Promise<void> {
    const turn = ++this.#turn;
    const found = typed.trim() === '' ? [] : await this.#lookup.find(typed);
    if (turn !== this.#turn) return;
    this.#choices?.offer(found ?? []);
    this.#say(found === null ? words.unreachable : found.length === 0 ? '' : words.places(found.length));
  }

  async #take(typed: string): Promise<void> {
    window.clearTimeout(this.#timer);
    const turn = ++this.#turn;
    if (typed.trim() === '') return this.#centre === null ? undefined : this.clear();
    const found = await this.#lookup.find(typed);
    if (turn !== this.#turn) return;
    const [best] = found ?? [];
    if (best !== undefined) this.#go(best);
    else if (found === null) this.#say(words.unreachable);
    else this.#settle(null, words.unknown);
  }

  async #lookHere(): Promise<void> {
    const turn = ++this.#turn;
    this.#say(words.asking);
    const { data, error } = await askPosition(navigator.geolocation);
    if (turn !== this.#turn) return;
    if (error === null) this.#go({ ...data, label: words.you });
    else this.#say(words[error]);
  }

  #go(centre: Centre): void {
    this.#part('input', HTMLInputElement).value = centre.label === words.you ? '' : centre.label;
    const reach = this.#reach?.value();
    this.#settle(centre, reach ? words.chosen(reach.distance, reach.unit, centre.label) : '');
  }

  #settle(centre: Centre | null, said: string): void {
    this.#turn += 1;
    this.#centre = centre;
    this.#choices?.offer([]);
    this.#part('[data-clear]', HTMLElement).hidden = centre === null;
    this.#say(said);
    const reach = this.#reach?.value();
    const detail: Near =
      centre && reach ? { ...centre, kilometres: reachInKilometres(reach), unit: reach.unit } : null;
    this.dispatchEvent(new CustomEvent<Near>('near', { bubbles: true, detail }));
  }

  #say(text: string): void {
    this.#part('[role=status]', HTMLElement).textContent = text;
  }

  #part<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
    const found = this.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`near-control has no ${selector}`);
  }
}
