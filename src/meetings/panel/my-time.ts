import { sayHere } from '#i18n/spoken-here.ts';
import { sameClock, timeIn } from '../two-clocks.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/**
 * `<my-time data-at data-zone>`: says a start by the clock of who reads, where that clock says otherwise.
 * What it holds without a script is the time by the site's clock.
 */
export class MyTime extends HTMLElement {
  connectedCallback(): void {
    const { at = '', zone } = this.dataset;
    const start = Date.parse(at);
    const mine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone === undefined || Number.isNaN(start) || !mine) return;
    this.hidden = sameClock(start, zone, mine);
    if (!this.hidden)
      this.textContent = say('That is {time}, your time', { time: timeIn(start, mine, say.language) });
  }
}
