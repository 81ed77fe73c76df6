import { languageHere } from '#i18n/language.ts';
import { byOtherClock } from './when-words.ts';

/**
 * `<your-time data-starts data-ends data-zones hidden>`: the time by the clock of the reader's device, shown
 * where it is not that of any of the zones which the page names already.
 */
class YourTime extends HTMLElement {
  connectedCallback(): void {
    const { starts = '', ends = '', zones = '' } = this.dataset;
    const mine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const times = zones
      .split(' ')
      .map((timeZone) => byOtherClock({ startsAt: starts, endsAt: ends, timeZone }, mine, languageHere()));
    const time = times.includes(null) ? null : times[0];
    const shown = this.querySelector('[data-time]');
    if (!time || !shown) return;
    shown.textContent = time;
    this.hidden = false;
  }
}

customElements.define('your-time', YourTime);
