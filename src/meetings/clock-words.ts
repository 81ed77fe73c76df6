/** Times of day in words. No dates here: it runs in the browser as well. */

export interface ClockWords {
  hour: string;
  half: 'am' | 'pm';
}

/** `19:00` as 7:00 and pm. */
export function clockWords(time: string): ClockWords {
  const hour = Number(time.slice(0, 2));
  return { hour: `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)}`, half: hour < 12 ? 'am' : 'pm' };
}

export function clockText(time: string): string {
  const { hour, half } = clockWords(time);
  return `${hour} ${half}`;
}

/** `19:30` as minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
