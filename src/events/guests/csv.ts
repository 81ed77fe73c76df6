import { phoneWords } from '#platform/contact.ts';
import { safeTable } from '#platform/safe-table.ts';
import { shortDisclosureNotice } from '#platform/part-2-notice.ts';
import type { Event } from '../event.ts';
import { answersOf, attendsWords, momentWords, sessionWords, standingWords } from './guest-words.ts';
import type { Guest } from './guest.ts';

type TableEvent = Pick<Event, 'timeZone' | 'format' | 'sessions' | 'questions' | 'asksFood'>;

/**
 * A table of guests for a spreadsheet. No cell can become a formula: one that would start as such gets an
 * apostrophe before it, also where the sign stands behind a space or a line break.
 */
export function guestTable(guests: Guest[], event: TableEvent, withWords: boolean): string {
  const columns: [string, (guest: Guest) => string][] = [
    ['Name', ({ name }) => name],
    ['Standing', standingWords],
    ['People', ({ party }) => String(party)],
    ['Adults', ({ party, children }) => String(party - children)],
    ['Children', ({ children }) => String(children)],
    ...(event.format === 'hybrid'
      ? [
          ['Takes part', (guest: Guest) => (guest.attends ? attendsWords[guest.attends] : '')] as [
            string,
            typeof standingWords,
          ],
        ]
      : []),
    ...(event.sessions.length > 0
      ? [['Sessions', (guest: Guest) => sessionWords(guest, event)] as [string, typeof standingWords]]
      : []),
    ['Email', ({ email }) => email ?? ''],
    ['Phone', ({ phone }) => (phone ? phoneWords(phone) : '')],
    ['Language', ({ language }) => (language === 'es' ? 'Spanish' : 'English')],
    ['Answered', ({ answeredAt }) => momentWords(answeredAt, event.timeZone)],
    ['Came', ({ here }) => (here > 0 ? String(here) : '')],
    ...(withWords ? wordColumns(event) : []),
  ];
  return safeTable([
    [shortDisclosureNotice],
    columns.map(([heading]) => heading),
    ...guests.map((guest) => columns.map(([, value]) => value(guest))),
  ]);
}

function wordColumns(event: TableEvent): [string, (guest: Guest) => string][] {
  return [
    ['Access needs', ({ accessNeeds }) => accessNeeds ?? ''],
    ...(event.asksFood ? [['Food', ({ food }: Guest) => food ?? ''] as [string, typeof standingWords]] : []),
    ...event.questions.map(
      ({ label }) =>
        [label, (guest: Guest) => answersOf(guest, event).find(([asked]) => asked === label)?.[1] ?? ''] as [
          string,
          typeof standingWords,
        ],
    ),
  ];
}
