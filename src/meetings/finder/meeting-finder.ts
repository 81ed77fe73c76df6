import { fromFinder, keepResult } from '../hand-out/found.ts';
import { distanceText, withinKm } from '../near/distance.ts';
import type { Near, NearControl } from '../near/near-control.ts';
import { words } from '../words-here.ts';
import { queryOf, showInAddress, wordsOfAddress } from './address.ts';
import { AnswerParts } from './answer-parts.ts';
import { answerWords } from './answer-words.ts';
import { find, type Found } from './find.ts';
import { FinderMap } from './finder-map.ts';
import { LiveList } from './live-list.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { RowFiller } from './row-filler.ts';
import { openRow } from './row-opener.ts';
import { afterPaint, paintRows } from './row-painter.ts';
import { momentWords, rowView } from './row-view.ts';
import { listing, rowsAtOnce } from './sections.ts';
import { minute } from './timing.ts';

const typingPause = 120;

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
  #map: FinderMap | null = null;
  readonly #list = new LiveList((index) => this.#isReady(index));
  #found: Found | null = null;
  #shown = rowsAtOnce;
  /** Counts the questions, so that a late answer does not come after the next. */
  #turn = 0;
  #typing: number | undefined;
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
    const [host, button] = ['[data-map]', '[data-open-map]'].map((part) => this.querySelector(part));
    if (host instanceof HTMLElement && button instanceof HTMLElement) this.#map = new FinderMap(host, button);
    this.#listen(this.#form);
    const typed = wordsOfAddress();
    const input = this.#form.elements.namedItem('q');
    if (typed !== '' && input instanceof HTMLInputElement) {
      input.value = typed;
      void this.#answer();
    } else whenIdle(() => void this.#list.load().catch(() => undefined));
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
      if (this.#list.index === null) return;
      event.preventDefault();
      void this.#answer();
    });
    this.addEventListener('click', (event) => this.#press(event));
    this.addEventListener('near', (event) => {
      this.#near = (event as CustomEvent<Near>).detail;
      void this.#answer();
    });
    this.addEventListener('mapclose', () => this.#map?.closed());
    document.addEventListener('visibilitychange', () => this.#tick());
    window.setInterval(() => this.#tick(), minute);
  }

  #isReady(index: MeetingIndex): void {
    this.dataset['ready'] = '';
    if (!this.#isAsServed(index) && !this.#isBusy()) void this.#answer({ quietly: true });
    else whenIdle(() => this.#prepare());
  }

  /** Does once, while nobody waits, what would make the first press slow. */
  #prepare(): void {
    const form = this.#form;
    const { index, timing } = this.#list;
    if (form === null || index === null || timing === null || this.#found !== null || index.size === 0)
      return;
    this.#parts?.prepare(form, index.head);
    const moment = momentWords(index, timing, 0, timing.now, words);
    this.#filler?.row(0, rowView(index, timing, 0, words), moment, null);
    // Words may stand in the form from before; they are looked for when somebody presses.
    if (queryOf(form).words === '')
      this.#found = find(index, timing, queryOf(form), { words: null, near: null });
  }

  /** Whether the server's rows, made by the site's clock, are what this device would show. */
  #isAsServed({ head }: MeetingIndex): boolean {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return timeZone === head.timeZone && Date.now() - Number(this.dataset['made']) < minute;
  }

  async #loadMore(): Promise<void> {
    const came = await this.#list.loadMore();
    if (came && this.#form !== null && queryOf(this.#form).words !== '') void this.#answer();
  }

  /** Shows what the form asks for. Quietly: nobody pressed anything, so the address stays. */
  async #answer({ quietly = false } = {}): Promise<void> {
    const [form, parts] = [this.#form, this.#parts];
    if (form === null || parts === null) return;
    if (this.#list.index === null) parts.say(words.searching);
    const index = await this.#list.load().catch(() => null);
    const timing = this.#list.now();
    if (index === null || timing === null) {
      parts.say(words.listUnreachable);
      return;
    }
    // While the list was on its way the form may have changed again.
    const query = queryOf(form);
    const turn = (this.#turn += 1);
    const match = query.words === '' ? null : await this.#list.match(index, timing, query.words);
    if (turn !== this.#turn) return;
    this.#distances = this.#near && withinKm(index, this.#near, this.#near.kilometres);
    const near =
      this.#distances && Uint8Array.from(this.#distances, (distance) => Number(distance < Infinity));
    this.#found = find(index, timing, query, { words: match?.rows ?? null, near });
    this.#shown = rowsAtOnce;
    this.#showRows();
    this.#map?.show(this.#found.rows);
    const corrected = match?.corrected ?? null;
    parts.say(answerWords(this.#found.rows.length, query, { corrected, near: this.#near !== null }, words));
    parts.showChoices(form, index.head, { query, near: this.#near }, this.#found);
    if (!quietly) afterPaint(() => showInAddress(query));
  }

  #showRows(): void {
    const { index, timing } = this.#list;
    const [found, parts, filler] = [this.#found, this.#parts, this.#filler];
    if (index === null || timing === null || found === null || parts === null || filler === null) return;
    const shown = listing(index, timing, found.rows, { from: 0, count: this.#shown }, words);
    const now = Date.now();
    paintRows(parts.newList(shown), shown.sections, filler, (row) =>
      filler.row(
        row,
        rowView(index, timing, row, words),
        momentWords(index, timing, row, now, words),
        this.#distanceOf(row),
      ),
    );
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
    else if (pressed.matches('[data-open-map]')) void this.#toggleMap();
    else if (this.#list.index === null) return;
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
    const { index } = this.#list;
    const [found, form] = [this.#found, this.#form];
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

  async #toggleMap(): Promise<void> {
    if (this.#map?.isOpen) {
      this.#map.close();
      return;
    }
    if (this.#found === null) await this.#answer({ quietly: true });
    const { index, timing } = this.#list;
    if (index !== null && timing !== null && this.#found !== null)
      await this.#map?.open(index, timing, this.#found.rows);
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
    if (document.visibilityState !== 'visible' || this.#list.index === null) return;
    if (!this.#isBusy()) {
      this.#list.now(minute);
      void this.#answer({ quietly: true });
      return;
    }
    const { index, timing } = this.#list;
    const now = Date.now();
    for (const row of this.querySelectorAll<HTMLElement>('[data-results] [data-row]')) {
      const moment = row.querySelector('.moment');
      if (timing === null || moment === null) continue;
      moment.textContent = momentWords(index, timing, Number(row.dataset['row']), now, words);
    }
  }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}
