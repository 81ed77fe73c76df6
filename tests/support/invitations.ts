import ICAL from 'ical.js';
import ical from 'node-ical';
import { expect } from 'vitest';
import type { CaughtMail } from '../../local/mail-catcher.ts';
import { readCalendar } from './calendar-reader.ts';

/** Calendar files of mails, read as two calendar programs would that share nothing with ours or each other. */

export interface ReadInvitation {
  method: string;
  uid: string;
  sequence: number;
  starts: string;
  ends: string;
  title: string;
  location: string | null;
  organizer: string;
  attendee: string;
  status: string;
}

/** Reads one entry with both, and expects them to agree. */
export function readInvitation(file: string): ReadInvitation {
  const calendar = readCalendar(file);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event in the file');
  const event = new ICAL.Event(component);
  const text = (name: string) => component.getFirstPropertyValue(name)?.toString() ?? '';
  const method = calendar.getFirstPropertyValue('method')?.toString() ?? '';
  const read: ReadInvitation = {
    method,
    uid: event.uid,
    sequence: event.sequence ?? 0,
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    title: event.summary,
    location: component.hasProperty('location') ? event.location : null,
    organizer: text('organizer').toLowerCase(),
    attendee: text('attendee').toLowerCase(),
    status: text('status'),
  };
  const [other] = Object.values(ical.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT');
  if (other?.type !== 'VEVENT') throw new Error('the second reader finds no event');
  expect({
    uid: other.uid,
    sequence: Number(other.sequence),
    starts: new Date(other.start).toISOString(),
    ends: new Date(other.end ?? 0).toISOString(),
    title: other.summary,
    location: (other.location as string | undefined) || null,
  }).toEqual({
    uid: read.uid,
    sequence: read.sequence,
    starts: read.starts,
    ends: read.ends,
    title: read.title,
    location: read.location,
  });
  return read;
}

/** The entry of a mail with one: the part that programs read and the file are the same. */
export function invitationOf(mail: CaughtMail | undefined): ReadInvitation {
  if (!mail?.calendar) throw new Error(`no invitation in “${mail?.subject}”`);
  expect(mail.attachments.map(({ content }) => content)).toEqual([mail.calendar.content]);
  const read = readInvitation(mail.calendar.content);
  expect(read.method).toBe(mail.calendar.method);
  return read;
}
