import { pathHere } from '#i18n/spoken-here.ts';
import { words } from '../words-here.ts';
import { piecesOf, type Piece } from '../written.ts';
import type { RowView } from './row-view.ts';
import type { Section } from './sections.ts';

/** Makes rows and sections from the templates that the server wrote, which hold every part. */
export class RowFiller {
  readonly #row: HTMLTemplateElement;
  readonly #section: HTMLTemplateElement;

  constructor(row: HTMLTemplateElement, section: HTMLTemplateElement) {
    this.#row = row;
    this.#section = section;
  }

  row(row: number, view: RowView, moment: string | null, distance: string | null): HTMLElement {
    const item = copyOf(this.#row);
    item.dataset['row'] = String(row);
    const link = item.querySelector('a');
    if (link !== null) {
      link.textContent = view.name;
      link.href = pathHere(`/meetings/${view.slug}/`);
      link.lang = view.lang ?? '';
      if (view.lang === undefined) link.removeAttribute('lang');
    }
    put(item, '.moment', moment);
    put(item, '.how', view.how);
    put(item, '.distance', distance);
    put(item, '.zone', view.zone);
    put(item, '.notice', view.notice);
    put(item, '.about', view.about);
    put(item, '.confirmed', view.confirmed);
    put(item, '.open .visually-hidden', words.detailsOf(view.name), view.lang);
    const time = item.querySelector('.time');
    const half = item.querySelector('.time small');
    if (view.time === null || half === null) time?.replaceChildren(words.byAppointmentShort);
    else {
      half.textContent = view.time.half;
      time?.replaceChildren(`${view.time.hour} `, half);
    }
    return item;
  }

  /** An empty section; `earlier` stand folded away. */
  section({ heading, earlier }: Section): { section: HTMLElement; rows: Element; earlier: Element } {
    const section = copyOf(this.#section);
    section.querySelector('h2')?.replaceChildren(heading);
    const details = section.querySelector('details');
    const [list, folded] = [section.querySelector(':scope > ul'), section.querySelector('details ul')];
    details?.querySelector('summary')?.replaceChildren(words.underWay(earlier.length));
    if (earlier.length === 0) details?.remove();
    return { section, rows: list ?? section, earlier: folded ?? section };
  }
}

function copyOf(template: HTMLTemplateElement): HTMLElement {
  const copy = template.content.firstElementChild?.cloneNode(true);
  if (copy instanceof HTMLElement) return copy;
  throw new Error('The page holds no pattern of a row');
}

function put(item: HTMLElement, selector: string, text: string | null, lang = 'en'): void {
  const part = item.querySelector(selector);
  if (text === null) part?.remove();
  else part?.replaceChildren(...piecesOf(text).map((piece) => shown(piece, lang)));
}

function shown({ text, isWritten }: Piece, lang: string): Node | string {
  if (!isWritten) return text;
  const part = document.createElement('span');
  part.lang = lang;
  part.textContent = text;
  return part;
}
