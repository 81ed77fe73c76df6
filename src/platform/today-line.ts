/** One thing that waits for somebody of the staff, as the page of the day shows it. Each room says its own. */
export interface TodayLine {
  /** Somebody or something waits; it comes up within days; there is no hurry. */
  when: 'now' | 'week' | 'later';
  /** The place where it is dealt with. */
  href: string;
  /** What waits, as one says it. */
  text: string;
  /** What else one wants to know before opening it. */
  more?: string | undefined;
}

/** "2 drafts wait", "1 draft waits": the number with its words. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
