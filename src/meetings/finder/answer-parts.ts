import { element } from '../elements.ts';
import { distanceText } from '../near/distance.ts';
import type { Near } from '../near/near-control.ts';
import { pathHere } from '#i18n/spoken-here.ts';
import { words } from '../words-here.ts';
import type { Found } from './find.ts';
import { chips, choices, looserLinks } from './options.ts';
import { finderAddress, type FinderQuery } from './query.ts';
import { rowsAtOnce } from './sections.ts';
import type { ListHead } from './wire.ts';

/** The parts of the page in which the finder answers (FinderAnswer.astro). */
export class AnswerParts {
  readonly #count: Element | null;
  readonly #results: Element | null;
  readonly #more: HTMLElement | null;
  readonly #chips: Element | null;
  readonly #looser: HTMLElement | null;
  readonly #handOut: Element | null;
  #numbers: Map<string, Element> | null = null;

  constructor(finder: Element) {
    this.#count = finder.querySelector('[data-count]');
    this.#results = finder.querySelector('[data-results]');
    this.#more = finder.querySelector('[data-more]');
    this.#chips = finder.querySelector('[data-chips]');
    this.#looser = finder.querySelector('[data-looser]');
    this.#handOut = finder.querySelector('[data-hand-out]');
    for (const part of finder.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false;
  }

  /** Says how many were found; a screen reader says it aloud when it differs. */
  say(text: string): void {
    if (this.#count !== null && this.#count.textContent !== text) this.#count.textContent = text;
  }

  focusStatus(): void {
    if (!(this.#count instanceof HTMLElement)) return;
    this.#count.tabIndex = -1;
    this.#count.focus();
  }

  /** Begins a new list of rows: what is put into the element given back is shown. */
  newList({ left, hidden }: { left: number; hidden: number }): Element {
    const list = element('div');
    const also = hidden === 0 ? [] : [element('p', {}, words.onlySome(hidden))];
    this.#results?.replaceChildren(list, ...also);
    if (this.#more !== null) {
      this.#more.hidden = left === 0;
      this.#more.textContent = words.more(Math.min(left, rowsAtOnce));
    }
    return list;
  }

  /** Looks up what the first answer will need. */
  prepare(form: HTMLFormElement, head: ListHead): void {
    this.#numbersOf(form);
    choices(head, words);
  }

  /** The number beside each option, by filter and value, looked up once. */
  #numbersOf(form: HTMLFormElement): Map<string, Element> {
    this.#numbers ??= new Map(
      [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].flatMap((field) => {
        const number = field.parentElement?.querySelector('[data-n]');
        return number ? [[`${field.name}:${field.value}`, number] as const] : [];
      }),
    );
    return this.#numbers;
  }

  /** Counts beside the options, chips of what is chosen, and ways on where nothing fits. */
  showChoices(
    form: HTMLFormElement,
    head: ListHead,
    { query, near }: { query: FinderQuery; near: Near },
    found: Found,
  ): void {
    for (const [option, number] of this.#numbersOf(form)) {
      const text = String(found.counts.get(option) ?? 0);
      if (number.textContent !== text) number.textContent = text;
    }
    const made: { href: string; label: string; name?: string; value?: string }[] = chips(head, query, words);
    if (near !== null)
      made.push({
        href: finderAddress(query),
        label: words.within(distanceText(near.kilometres, near.unit), near.label),
        name: 'near',
      });
    this.#chips?.replaceChildren(
      ...made.map((chip) =>
        element('li', {}, link(chip.href, `${chip.label} ×`, words.takeAway(chip.label), chip)),
      ),
      ...(made.length > 1 ? [element('li', {}, link('/meetings/', words.takeAllAway, null, {}))] : []),
    );
    const none = found.rows.length === 0;
    if (this.#looser !== null) this.#looser.hidden = !none;
    this.#looser?.querySelector('ul')?.replaceChildren(
      ...(none ? looserLinks(query, found.looser, words) : []).map(({ label, count, href, name }) => {
        const way = link(href, `${label} (${count})`, null, { name: name === 'words' ? 'q' : name });
        way.className = 'way';
        return element('li', {}, way);
      }),
    );
    // Words are not in it: they stay on this device.
    this.#handOut?.setAttribute(
      'href',
      finderAddress({ ...query, words: '' }, { path: pathHere('/meetings/hand-out/') }),
    );
  }
}

function link(
  href: string,
  text: string,
  spoken: string | null,
  { name, value }: { name?: string; value?: string },
): HTMLAnchorElement {
  const made = element('a', { href: pathHere(href) }, text);
  made.dataset['takeAway'] = '';
  if (spoken !== null) made.setAttribute('aria-label', spoken);
  if (name !== undefined) made.dataset['name'] = name;
  if (value !== undefined) made.dataset['value'] = value;
  return made;
}
