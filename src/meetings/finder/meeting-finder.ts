import { words } from '../words.ts';
import { queryOf, showInAddress, wordsOfAddress } from './address.ts';
import { answerWords } from './answer-words.ts';
import { AnswerParts } from './answer-parts.ts';
import { find, type Found } from './find.ts';
import { breath, readList } from './list-reader.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { fromFinder, keepResult } from '../hand-out/found.ts';
import { openFinderMap } from './map-opener.ts';
import { momentWords, rowView } from './row-view.ts';
import { RowFiller } from './row-filler.ts';
import { openRow } from './row-opener.ts';
import { listing, rowsAtOnce, type Section } from './sections.ts';
import type { MeetingMap } from '../map/source.ts';
import { distanceText, withinKm } from '../near/distance.ts';
import { NearControl, type Near } from '../near/near-control.ts';
import { timingOf, type Timing } from './timing.ts';
import { matchingSteps, type WordMatch } from './word-search.ts';
import { zoneOffsets } from '../zone-offsets.ts';

const typingPause = 120;
const minute = 60_000;
// Rows that stand below the filters on a screen; the rest can wait for the next frame.
const firstScreen = 6;

/**
 * `<meeting-finder>`: filters at a press and while one types, over the whole list, by the clock of the
 * person's device. It holds a working form and its answer (FinderAnswer.astro) and templates for a section
 * and a row. The list comes once, after the page; until then a press waits for it. Nothing typed leaves the
 * page. `data-ready` says that the list is there.
 */
export class MeetingFinder extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #parts: AnswerParts | null = null;
  #filler: RowFiller | null = null;
  #loading: Promise<MeetingIndex> | null = null;
  #index: MeetingIndex | null = null;
  #more: string[] | null = null;
  #timing: Timing | null = null;
  #found: Found | null = null;
  #shown = rowsAtOnce;
  /** Counts the questions, so that a late answer does not come after the next. */
  #turn = 0;
  #typing: number | undefined;
  #map: MeetingMap | null = null;
  #near: Near = null;
  /** Kilometres from there, Infinity beyond the reach; null while nobody asks for a place. */
  #distances: Float32Array | null = null;

  connectedCallback(): void {
    this.#form = this.querySelector('form');
    const [row, section] = ['row', 'section'].map((name) => this.querySelector(`template[data-${name}]`));
    if (this.#form === null) return;
    if (!(row instanceof HTMLTemplateElement) || !(section instanceof HTMLTemplateElement)) return;
    this.#parts = new AnswerParts(this);
    this.#filler = new RowFiller(row, section);
    this.#listen(this.#form);
    const typed = wordsOfAddress();
    const input = this.#form.elements.namedItem('q');
    if (typed !== '' && input instanceof HTMLInputElement) {
      input.value = typed;
      void this.#answer();
    } else whenIdle(() => void this.#load().catch(() => undefined));
  }

  #listen(form: HTMLFormElement): void {
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.name !== 'q') void this.#answer();
    });
    form.addEventListener('input', (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'q') return;
      void this.#loadMore();
      window.clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => void this.#answer(), typingPause);
    });
    form.addEventListener('submit', (event) => {
      // Without the list the server answers, and the words go to it as the form says.
      if (this.#index === null) return;
      event.preventDefault();
      void this.#answer();
    });
    this.addEventListener('click', (event) => this.#press(event));
    this.addEventListener('near', (event) => {
      this.#near = (event as CustomEvent<Near>).detail;
      void this.#answer();
    });
    this.addEventListener('mapclose', () => this.#closeMap());
    document.addEventListener('visibilitychange', () => this.#tick());
    window.setInterval(() => this.#tick(), minute);
  }

  #load(): Promise<MeetingIndex> {
    this.#loading ??= readList('/api/meetings')
      .then(async (index) => {
        // To learn a clock takes a phone some milliseconds, so one after another.
        for (const zone of index.head.zones) {
          knowsZone(zone);
          await breath();
        }
        this.#index = index;
        this.#now();
        this.dataset['ready'] = '';
        if (!this.#isAsServed(index) && !this.#isBusy()) void this.#answer({ quietly: true });
        else whenIdle(() => this.#prepare());
        return index;
      })
      .catch((error: unknown) => {
        this.#loading = null;
        throw error;
      });
    return this.#loading;
  }

  /** Does once, while nobody waits, what would make the first press slow. */
  #prepare(): void {
    const [form, index, timing] = [this.#form, this.#index, this.#timing];
    if (form === null || index === null || timing === null || this.#found !== null || index.size === 0)
      return;
    this.#parts?.prepare(form, index.head);
    this.#filler?.row(0, rowView(index, timing, 0), momentWords(index, timing, 0, timing.now), null);
    // Words may stand in the form from before; they are looked for when somebody presses.
    if (queryOf(form).words === '')
      this.#found = find(index, timing, queryOf(form), { words: null, near: null });
  }

  /** Whether the server's rows, made by the site's clock, are what this device would show. */
  #isAsServed({ head }: MeetingIndex): boolean {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return timeZone === head.timeZone && Date.now() - Number(this.dataset['made']) < minute;
  }

  /** What words may match besides the list; without it they are looked for in the list alone. */
  async #loadMore(): Promise<void> {
    if (this.#more !== null) return;
    this.#more = [];
    const response = await fetch('/api/meetings/words').catch(() => null);
    if (!response?.ok) return;
    const { version, more } = (await response.json()) as { version: string; more: string[] };
    const index = await this.#load();
    if (version !== index.head.version) return;
    this.#more = more;
    if (this.#form !== null && queryOf(this.#form).words !== '') void this.#answer();
  }

  /** Timing by the clock now, made anew at the latest when it is `oldest` milliseconds old. */
  #now(oldest = 2 * minute): Timing | null {
    if (this.#index === null) return null;
    const now = Date.now();
    if (this.#timing === null || now - this.#timing.now >= oldest) {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      this.#timing = timingOf(this.#index, timeZone, now);
    }
    return this.#timing;
  }

  /** Shows what the form asks for. Quietly: nobody pressed anything, so the address stays. */
  async #answer({ quietly = false } = {}): Promise<void> {
    const [form, parts] = [this.#form, this.#parts];
    if (form === null || parts === null) return;
    if (this.#index === null) parts.say(words.searching);
    const index = await this.#load().catch(() => null);
    const timing = this.#now();
    if (index === null || timing === null) {
      parts.say(words.listUnreachable);
      return;
    }
    // While the list was on its way the form may have changed again.
    const query = queryOf(form);
    const turn = (this.#turn += 1);
    const match = query.words === '' ? null : await this.#match(index, timing, query.words);
    if (turn !== this.#turn) return;
    this.#distances = this.#near && withinKm(index, this.#near, this.#near.kilometres);
    const near =
      this.#distances && Uint8Array.from(this.#distances, (distance) => Number(distance < Infinity));
    this.#found = find(index, timing, query, { words: match?.rows ?? null, near });
    this.#shown = rowsAtOnce;
    this.#showRows();
    this.#map?.show(this.#found.rows);
    const corrected = match?.corrected ?? null;
    parts.say(answerWords(this.#found.rows.length, query, { corrected, near: this.#near !== null }));
    parts.showChoices(form, index.head, { query, near: this.#near }, this.#found);
    if (!quietly) afterPaint(() => showInAddress(query));
  }

  async #match(index: MeetingIndex, timing: Timing, typed: string): Promise<WordMatch> {
    const steps = matchingSteps(index, timing, typed, this.#more);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await breath();
    return step.value;
  }

  /** The first screen at once, the rest when it has been painted. */
  #showRows(): void {
    const [index, timing, found, parts] = [this.#index, this.#timing, this.#found, this.#parts];
    const filler = this.#filler;
    if (index === null || timing === null || found === null || parts === null || filler === null) return;
    const shown = listing(index, timing, found.rows, { from: 0, count: this.#shown });
    const list = parts.newList(shown);
    const now = Date.now();
    const rowOf = (row: number) =>
      filler.row(
        row,
        rowView(index, timing, row),
        momentWords(index, timing, row, now),
        this.#distanceOf(row),
      );
    const steps = filling(shown.sections, list, filler, rowOf);
    for (let row = 0; row < firstScreen && !steps.next().done; row++);
    afterPaint(() => {
      // Meanwhile somebody may have asked for something else.
      if (list.isConnected) while (!steps.next().done);
    });
  }

  #distanceOf(row: number): string | null {
    const distance = this.#distances?.[row];
    return this.#near === null || distance === undefined ? null : distanceText(distance, this.#near.unit);
  }

  #press(event: Event): void {
    const pressed = event.target instanceof Element ? event.target.closest('a, button') : null;
    if (!(pressed instanceof HTMLElement) || this.#form === null) return;
    const { name, value } = pressed.dataset;
    if (pressed.matches('.open button')) void openRow(pressed);
    else if (pressed.matches('[data-open-map]')) void this.#toggleMap(pressed);
    else if (this.#index === null) return;
    else if (pressed.matches('[data-hand-out]')) this.#handOver(pressed);
    else if (pressed.matches('[data-more]')) {
      event.preventDefault();
      void this.#showMore();
    } else if (pressed.matches('[data-take-away]')) {
      event.preventDefault();
      this.#takeAway(name, value);
    }
  }

  async #showMore(): Promise<void> {
    const before = this.querySelectorAll('[data-results] .meeting').length;
    if (this.#found === null) await this.#answer({ quietly: true });
    this.#shown += rowsAtOnce;
    this.#showRows();
    afterPaint(() => this.querySelectorAll<HTMLElement>('[data-results] .meeting h3 a')[before]?.focus());
  }

  /** What was found by words or a place is handed over on the device: neither goes into an address. */
  #handOver(link: HTMLElement): void {
    const [index, found, form] = [this.#index, this.#found, this.#form];
    if (index === null || found === null || form === null || !(link instanceof HTMLAnchorElement)) return;
    link.hash = '';
    if (this.#near === null && queryOf(form).words === '') return;
    const rows = [...found.rows];
    const kept = keepResult({
      slugs: rows.map((row) => index.slugOf(row)),
      distances: rows.map((row) => this.#distanceOf(row) ?? ''),
    });
    if (kept) link.hash = fromFinder;
  }

  async #toggleMap(button: HTMLElement): Promise<void> {
    const host = this.querySelector<HTMLElement>('[data-map]');
    if (host === null) return;
    if (this.#map !== null) {
      this.#map.close();
      this.#closeMap();
      return;
    }
    if (this.#found === null) await this.#answer({ quietly: true });
    const [index, timing, found] = [this.#index, this.#timing, this.#found];
    if (index === null || timing === null || found === null) return;
    host.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    this.#map = await openFinderMap(host, index, timing, found.rows);
  }

  #closeMap(): void {
    this.#map = null;
    this.querySelector<HTMLElement>('[data-map]')?.setAttribute('hidden', '');
    const button = this.querySelector<HTMLElement>('[data-open-map]');
    button?.setAttribute('aria-expanded', 'false');
    button?.focus();
  }

  /** Takes a value, a whole filter, the words, or with no name everything away. */
  #takeAway(name: string | undefined, value: string | undefined): void {
    if (name === undefined || name === 'near') this.querySelector<NearControl>('near-control')?.clear();
    for (const field of this.#form?.elements ?? []) {
      if (!(field instanceof HTMLInputElement)) continue;
      const meant =
        (name === undefined || field.name === name) && (value === undefined || field.value === value);
      if (meant && field.type === 'checkbox') field.checked = false;
      else if (meant && field.name === 'q' && value === undefined) field.value = '';
    }
    void this.#answer().then(() => this.#parts?.focusStatus());
  }

  /** Whether somebody is in the middle of the rows, which must not change under them. */
  #isBusy(): boolean {
    const results = this.querySelector('[data-results]');
    return (
      results === null ||
      results.contains(document.activeElement) ||
      results.querySelector('[aria-expanded=true], details[open]') !== null ||
      this.#shown > rowsAtOnce
    );
  }

  #tick(): void {
    if (document.visibilityState !== 'visible' || this.#index === null) return;
    if (!this.#isBusy()) {
      this.#now(minute);
      void this.#answer({ quietly: true });
      return;
    }
    const now = Date.now();
    for (const row of this.querySelectorAll<HTMLElement>('[data-results] [data-row]')) {
      const moment = row.querySelector('.moment');
      if (this.#timing === null || moment === null) continue;
      moment.textContent = momentWords(this.#index, this.#timing, Number(row.dataset['row']), now);
    }
  }
}

/** Puts row after row into its section. */
function* filling(
  sections: Section[],
  list: Element,
  filler: RowFiller,
  rowOf: (row: number) => HTMLElement,
): Generator<undefined> {
  for (const section of sections) {
    const parts = filler.section(section);
    list.append(parts.section);
    for (const row of section.rows) {
      parts.rows.append(rowOf(row));
      yield;
    }
    for (const row of section.earlier) {
      parts.earlier.append(rowOf(row));
      yield;
    }
  }
}

const afterPaint = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work));

/** Has the device look a zone up; it keeps what it finds. False for one it does not know. */
function knowsZone(timeZone: string): boolean {
  try {
    return zoneOffsets(timeZone, Date.now(), Date.now()).length > 0;
  } catch {
    return false;
  }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}
