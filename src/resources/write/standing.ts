import type { KeptResource } from '../desk/kept-resource.ts';

/** Where a resource stands, in words. */

export interface Standing {
  /** Sentences. */
  words: string;
  /** What somebody wrote when it was sent back. */
  note: string | null;
}

const momentIn = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    ...{ weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
    timeZone,
  }).format(new Date(at));

export function standingOf(kept: KeptResource, timeZone: string): Standing {
  const changes = kept.draft !== null;
  const site = {
    draft: 'A draft. Only staff see it.',
    published: changes
      ? 'On the site, with changes that are not published yet.'
      : 'On the site as it is here.',
    archived: 'Archived: it is not on the site.',
  }[kept.status];
  const plan =
    kept.publishAt && `${changes ? 'It' : 'This'} goes out on ${momentIn(kept.publishAt, timeZone)}.`;
  const review = {
    asked: 'A second look is asked for.',
    'sent-back': 'Sent back, with this note:',
    none: '',
  }[kept.review ?? 'none'];
  return {
    words: [site, plan, review].filter(Boolean).join(' '),
    note: kept.review === 'sent-back' ? kept.reviewNote : null,
  };
}

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
