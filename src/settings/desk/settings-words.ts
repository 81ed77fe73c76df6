import type { Temporal } from 'temporal-polyfill';
import { instant } from '#platform/clock.ts';

/** “Ana changed this 2 minutes ago” */
export function changedWords(by: string | null, at: string, now: Temporal.Instant): string {
  if (by === null) return 'Nobody changed anything yet';
  return `${by} changed this ${agoWords(Math.floor(now.since(instant(at)).total('minutes')))}`;
}

function agoWords(minutes: number): string {
  const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'} ago`;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / (24 * 60)), 'day');
}
