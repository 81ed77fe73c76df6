/** Who was faster than whoever is typing, and when, in words. */

const steps: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** How long ago an instant is, as "2 minutes ago". */
export function ago(at: string, now: string): string {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(at)) / 1000);
  const [size, unit] = steps.find(([length]) => seconds >= length) ?? [1, 'second'];
  return seconds < 5
    ? 'just now'
    : new Intl.RelativeTimeFormat('en').format(-Math.floor(seconds / size), unit);
}

/** Who was faster, and when. */
export const changedWords = (by: string | null, at: string, now: string): string =>
  `${by ?? 'A colleague'} changed this ${ago(at, now)}, after you opened it.`;
