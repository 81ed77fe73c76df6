import { localDay } from '../when-words.ts';

/**
 * `<month-table data-zone>`: marks today. A page built yesterday cannot know it, so it is marked by the clock
 * of the reader's device, on the calendar of the table's zone.
 */
class MonthTable extends HTMLElement {
  connectedCallback(): void {
    const today = localDay(new Date().toISOString(), this.dataset['zone'] ?? 'UTC');
    const day = this.querySelector(`[data-date="${today}"]`);
    if (day === null) return;
    day.setAttribute('aria-current', 'date');
    const said = this.querySelector<HTMLTemplateElement>('template[data-today]');
    if (said) day.querySelector('time')?.append(said.content.cloneNode(true));
  }
}

customElements.define('month-table', MonthTable);
