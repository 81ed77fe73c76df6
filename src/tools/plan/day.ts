/** Calendar days as 'YYYY-MM-DD', without a time or a zone. */

/** The device's own day. */
export function today(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(startOf(day) + days * 86_400_000).toISOString().slice(0, 10);

/** “February 20, 2027”, with the day of the week when asked; a day that is none gives ''. */
export function dayInWords(day: string, weekday = false): string {
  if (!isDay(day)) return '';
  return new Intl.DateTimeFormat('en-US', {
    ...(weekday && { weekday: 'long' as const }),
    month: 'long',
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(startOf(day));
}

/** Whether the calendar has such a day. */
export const isDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) &&
  !Number.isNaN(startOf(day)) &&
  new Date(startOf(day)).toISOString().startsWith(day);

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
