import { zoneName } from '../clock-words.ts';

/** Minutes of the day that a clock shows at an instant, with its weekday: two clocks that agree are one. */
export function sameClock(at: number, zone: string, other: string): boolean {
  const shown = (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, weekday: 'short', hour: 'numeric', minute: 'numeric' },
    }).format(at);
  return shown(zone) === shown(other);
}

/** `Sunday, 9:30 pm Mountain Time` */
export function timeIn(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit', hour12: true },
  }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('weekday')}, ${part('hour')}:${part('minute')} ${part('dayPeriod').toLowerCase()} ${zoneName(timeZone)}`;
}

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
    if (!this.hidden) this.textContent = `That is ${timeIn(start, mine)}, your time`;
  }
}
