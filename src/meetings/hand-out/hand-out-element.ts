import { pathHere, sayHere } from '#i18n/spoken-here.ts';
import { words } from '../words-here.ts';
import { fromFinder, readResult, resultKey, type FinderResult } from './found.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/**
 * `<hand-out>`: opened from the finder it keeps only the rows that the finder found, which may be by
 * words or near a place. Those never leave the device, so the page that was asked for holds more.
 */
class HandOut extends HTMLElement {
  connectedCallback(): void {
    if (location.hash !== fromFinder) return;
    const result = readResult(this.#left());
    if (result) this.#only(result);
  }

  #left(): string | null {
    try {
      return sessionStorage.getItem(resultKey);
    } catch {
      return null;
    }
  }

  #only({ slugs, distances }: FinderResult): void {
    const order = new Map(slugs.map((slug, index) => [slug, distances[index] ?? '']));
    const away = distances.some((distance) => distance !== '');
    let shown = 0;
    for (const row of this.querySelectorAll<HTMLTableRowElement>('tr[data-slug]')) {
      const distance = order.get(row.dataset['slug'] ?? '');
      if (distance === undefined) {
        row.remove();
        continue;
      }
      shown += 1;
      if (away) row.insertCell().textContent = distance;
    }
    for (const day of this.querySelectorAll('tbody')) if (day.rows.length < 2) day.remove();
    if (away) this.#widen();
    this.#say(shown, slugs.length);
    // the same rows when somebody chooses other columns
    this.querySelector('form')?.setAttribute('action', pathHere('/meetings/hand-out/') + fromFinder);
  }

  #widen(): void {
    this.querySelector('[data-away]')?.removeAttribute('hidden');
    for (const heading of this.querySelectorAll<HTMLTableCellElement>('.day th')) heading.colSpan += 1;
  }

  #say(shown: number, found: number): void {
    const missing = found - shown;
    const rest = missing > 0 ? ` ${words.notOnPaper(missing)}` : '';
    this.querySelector('[data-said]')?.replaceChildren(
      say('{count}, as you found them.', { count: words.count(shown) }) + rest,
    );
  }
}

customElements.define('hand-out', HandOut);
