import type { Database } from '#platform/database.ts';

/**
 * What a room says by mail: plain sentences in order, at most one thing to press first. The mail room
 * gives it its frame, as text and as HTML. Subject, sender and file names say nothing about treatment.
 */
export interface Letter {
  to: string;
  language: 'en' | 'es';
  subject: string;
  /** To somebody of the staff for their work, not to somebody who wrote to us. */
  forStaff?: true;
  /** Where an answer to the mail goes; without it, to its sender. */
  replyTo?: string;
  /** Paragraphs; a list of facts stands as label and value. */
  body: (string | { facts: Fact[] })[];
  button?: Press;
  /** Stands beside the button, and is drawn quieter. */
  otherButton?: Press;
  /** After the buttons, smaller: how to stop, whom to ask. */
  closing?: string[];
  /** How to hear less of this: in the mail's header, and at its foot where there is a label. */
  unsubscribe?: Unsubscribe;
  /** Calendar files. One is also what calendar programs read as an invitation; several are only attached. */
  calendars?: CalendarPart[];
}

export type Fact = [label: string, value: string];

export interface Press {
  label: string;
  href: string;
}

export interface Unsubscribe {
  href: string;
  label?: string;
  /** A mailbox where a person reads it. */
  mailbox: string;
  /** Where a bare POST to `href` does it (RFC 8058). A GET there changes nothing. */
  oneClick: boolean;
}

export interface CalendarPart {
  method: 'REQUEST' | 'CANCEL';
  filename: string;
  content: string;
}

export type OutboxRow = Database['public']['Tables']['outbox']['Row'];

/**
 * Writes the letter for one row of the outbox, from the state of things now. Null: there is nothing to
 * say any more (the person left, the event is over), and the row is dropped.
 */
export type Composer = (row: OutboxRow) => Promise<Letter | null>;
