import type { CalendarPart, Fact, Press } from '#mail/letter.ts';

/** What one mail says, before it is made a letter. */
export interface Said {
  subject: string;
  opening: string;
  /** What staff wrote, between the opening and the facts, as it was typed. */
  theirWords?: string | null;
  facts: Fact[];
  after?: string;
  button?: Press;
  otherButton?: Press;
  /** Nothing of it can be cancelled any more. */
  final?: true;
  /** Instead of the one calendar entry that the kind means. */
  calendars?: CalendarPart[];
}
