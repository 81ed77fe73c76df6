import type { MeetingMode, Schedule } from '../schema.ts';

/**
 * What `GET /api/meetings` answers: a JSON array of a head and then blocks of meetings in columns, one a
 * line, so that the finder reads each as it arrives and never parses the whole at once. Columns of small
 * numbers and differences compress to a byte or two a meeting; texts that repeat stand once.
 */
export interface ListHead {
  /** Changes whenever anything in the list does. */
  version: string;
  /** When the list was read, ISO 8601. */
  asOf: string;
  /** The site's zone. */
  timeZone: string;
  /** Meetings in all blocks together. */
  total: number;
  fellowships: { slug: string; name: string; family: boolean }[];
  /** With a role it is offered as something else than a kind; `open` is offered as both. */
  kinds: { slug: string; name: string; role?: KindRole }[];
  /** Each set of kinds that some meeting has, as numbers of `kinds`. */
  kindSets: number[][];
  languages: { tag: string; name: string }[];
  zones: string[];
  /** Names of video services, or hosts of links to others. */
  videos: string[];
}

export type KindRole = 'access' | 'language' | 'open' | 'proof';

/** Position in `modes` is the number a block carries. */
export const modes = [
  'in-person',
  'online',
  'hybrid',
  'unconfirmed',
  'paused',
] as const satisfies MeetingMode[];

/** By appointment: no minute of the week. */
export const noTime = 10_080;

export const flags = { phone: 1, alumniOnly: 2 } as const;

export interface ListBlock {
  name: string[];
  /** Address on the site; `*` stands for the name as a slug. */
  slug: string[];
  /** Minute of the week where it is held, Sunday 0:00 = 0, as the difference to the row before. */
  at: number[];
  /** Minutes from start to end; 0: not said. */
  lasts: number[];
  zone: number[];
  mode: number[];
  fellowship: number[];
  kinds: number[];
  /** 0: not said, else one more than the number in `languages`. */
  language: number[];
  /** 0: none, else one more than the number in `videos`. */
  video: number[];
  flags: number[];
  /** Days since 1970 when it was last confirmed, 0 where nobody said. */
  confirmed: number[];
  /** 0: no place, else one more than the number among all places so far. */
  place: number[];
  /** Places that no block before had. */
  places: {
    label: string[];
    /** Thousandths of a degree as the difference to the place before; null: not known. */
    latitude: (number | null)[];
    longitude: (number | null)[];
  };
  /** Meetings that are not simply every week, by their row in this block. */
  special?: Record<number, SpecialDates>;
}

export interface SpecialDates {
  /** What is not null of its schedule; null for a weekly meeting with an exception. */
  rhythm: Partial<Schedule> | null;
  /** The coming five weeks. */
  dates: SpecialDate[];
}

export interface SpecialDate {
  /** Minutes since 1970. */
  start: number;
  /** Minutes. */
  lasts: number;
  state?: 'closed' | 'moved';
  location?: string;
  note?: string;
}
