import { words } from '../words.ts';
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
      link.href = `/meetings/${view.slug}/`;
    }
    put(item, '.moment', moment);
    put(item, '.how', view.how);
    put(item, '.distance', distance);
    put(item, '.zone', view.zone);
    put(item, '.notice', view.notice);
    put(item, '.about', view.about);
    put(item, '.confirmed', view.confirmed);
    item.querySelector('.open button')?.setAttribute('aria-label', words.detailsOf(view.name));
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

function put(item: HTMLElement, selector: string, text: string | null): void {
  const part = item.querySelector(selector);
  if (text === null) part?.remove();
  else part?.replaceChildren(text);
}
