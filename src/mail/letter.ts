import type { Database } from '#platform/database.ts';

/**
 * What a room says by mail: plain sentences in order, at most one button. The mail room gives it its
 * frame, as text and as HTML. Subject, sender and file names say nothing about treatment.
 */
export interface Letter {
  to: string;
  language: 'en' | 'es';
  subject: string;
  /** To somebody of the staff for their work, not to somebody who wrote to us. */
  forStaff?: true;
  /** Paragraphs; a list of facts stands as label and value. */
  body: (string | { facts: [label: string, value: string][] })[];
  button?: { label: string; href: string };
  /** After the button, smaller: how to stop, whom to ask. */
  closing?: string[];
  attachments?: { filename: string; contentType: string; content: string }[];
}

export type OutboxRow = Database['public']['Tables']['outbox']['Row'];

/**
 * Writes the letter for one row of the outbox, from the state of things now. Null: there is nothing to
 * say any more (the person left, the event is over), and the row is dropped.
 */
export type Composer = (row: OutboxRow) => Promise<Letter | null>;
