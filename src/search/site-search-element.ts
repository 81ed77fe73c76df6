import { languageHere } from '#i18n/language.ts';
import { sayHere } from '#i18n/spoken-here.ts';
import { answerFrom, knownFrom, type Known } from './known.ts';
import { foldedWords } from './letters.ts';
import { dangerIn, type Danger } from './meant.ts';
import { correction, resultsView } from './results-view.ts';
import type { spanish } from './spanish.ts';
import { typedHere, typedKept, withTyped } from './typed-here.ts';

const say = sayHere<typeof spanish>();
/** Between a key and its answer; and until the answer is said, so that nobody is told of every letter. */
const pauses = { find: 120, say: 900 };

/** `<site-search>`: finds on this device. One file is asked for, the same whatever is typed. */
export class SiteSearch extends HTMLElement {
  #dangerIn: (query: string) => Danger | undefined = () => undefined;
  #coming: Promise<Known> | undefined;
  #timers: { find?: number; say?: number } = {};
  #asked = 0;

  connectedCallback() {
    const words = this.querySelector('[data-crisis-words]')?.textContent;
    if (words) this.#dangerIn = dangerIn(JSON.parse(words) as Parameters<typeof dangerIn>[0], languageHere());
    const { field } = this;
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    field.addEventListener('input', () => {
      clearTimeout(this.#timers.find);
      this.#showHelp();
      this.#timers.find = window.setTimeout(() => void this.#find(), pauses.find);
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#timers.find);
      void this.#find({ sayNow: true });
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target === field) return;
      event.preventDefault();
      field.select();
    });
    // behind the listener of the switch itself, which stands on its link
    document.addEventListener('click', ({ target }) => {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('language-switch a');
      if (link && field.value.trim()) link.href = withTyped(link.href, field.value);
    });
    field.value = typedHere();
    if (field.value) void this.#find();
    if (location.hash === '#find') field.focus();
  }

  get field(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  #box(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!;
  }

  #load() {
    this.#coming ??= knownFrom(this.dataset['index'] ?? '', languageHere()).catch((error: unknown) => {
      this.#coming = undefined;
      throw error;
    });
    return this.#coming;
  }

  /** At once and without the list of pages: help does not wait for it. */
  #showHelp(): void {
    const danger = this.#dangerIn(this.field.value);
    for (const box of this.querySelectorAll<HTMLElement>('[data-danger]'))
      box.hidden = box.dataset['danger'] !== danger;
  }

  async #find({ sayNow = false, exactly = false } = {}): Promise<void> {
    const typed = this.field.value.trim();
    typedKept(typed);
    const number = ++this.#asked;
    const empty = foldedWords(typed).length === 0;
    this.#showHelp();
    if (empty) return this.#show([], { all: true, status: '' });
    if (!this.#coming) this.#status(say('Looking …'), 0);
    try {
      const known = await this.#load();
      // somebody typed on while the list came
      if (number !== this.#asked) return;
      this.#answer(typed, known, { sayNow, exactly });
    } catch {
      if (number === this.#asked)
        this.#show([], { all: true, trouble: true, status: this.#box('trouble').innerText });
    }
  }

  #answer(typed: string, known: Known, how: { sayNow: boolean; exactly: boolean }): void {
    const { found, first, count } = answerFrom(known, typed, how.exactly);
    const help = this.#dangerIn(typed) ? ` ${say('Help comes first on this page.')}` : '';
    const status =
      count === 0
        ? say('Nothing found for “{query}”.', { query: typed })
        : say.count(count, 'One page for “{query}”.', '{count} pages for “{query}”.', { query: typed });
    const read =
      found.corrected.length > 0 && count > 0
        ? [correction(found, typed, () => void this.#find({ sayNow: true, exactly: true }))]
        : [];
    this.#show([...read, ...resultsView(found, first)], {
      all: count === 0,
      nothing: count === 0 ? status : undefined,
      status: status + help,
      sayNow: how.sayNow,
    });
  }

  #show(
    results: HTMLElement[],
    how: { status: string; all?: boolean; trouble?: boolean; nothing?: string | undefined; sayNow?: boolean },
  ): void {
    this.#box('results').replaceChildren(...results);
    this.#box('trouble').hidden = !how.trouble;
    this.#box('nothing').hidden = how.nothing === undefined;
    this.#box('nothing-for').textContent = how.nothing ?? '';
    const all = document.querySelector<HTMLElement>('[data-site-index-of-all]');
    if (all) all.hidden = !how.all;
    this.#status(how.status, how.sayNow ? 0 : pauses.say);
  }

  #status(words: string, after: number): void {
    clearTimeout(this.#timers.say);
    this.#timers.say = window.setTimeout(() => {
      this.querySelector('[role=status]')!.textContent = words;
    }, after);
  }
}
