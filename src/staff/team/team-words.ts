import { instant } from '#platform/clock.ts';
import { roleWords } from './roles.ts';
import type { OpenInvitation, Teammate } from './kept-team.ts';
import type { PersonAction } from './team-form.ts';

/** What the pages of the team say. */

/** “since March 3, 2026” */
export const sinceWords = ({ since }: Pick<Teammate, 'since'>, timeZone: string): string =>
  `since ${instant(since)
    .toZonedDateTimeISO(timeZone)
    .toLocaleString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })}`;

/** How an invitation stands; a trouble as what an admin can do about it. */
export function invitationWords({ trouble }: Pick<OpenInvitation, 'trouble'>): string {
  if (trouble === null) return 'The account is being opened. This takes a minute at most.';
  if (trouble === 'email_address_invalid' || trouble === 'validation_failed')
    return 'No account could be opened: the address is not taken. Take this back and check how it is written.';
  return `No account could be opened yet (“${trouble}”). We try again every minute. If this stays, show it to whoever set the site up.`;
}

/** What was done on the page of the team, by the word in the address after it. */
export const teamDone: Record<string, string> = {
  invited: 'Invited. The account is opened now, and a mail says where to sign in.',
  same: 'This address was invited already: see below. Nothing was changed.',
  'taken-back': 'The invitation is taken back.',
  'opened-meanwhile': 'The account was opened meanwhile: the person is on the team. Turn them off there.',
};

/** What was done on the page of one person. */
export function personDone(done: string | null, { name }: Pick<Teammate, 'name'>): string | null {
  const words: Record<string, string> = {
    known: `${name} is on the team already, with this address. Change here what is to be changed.`,
    name: 'The name is changed.',
    role: `The role is changed. ${name} is signed out everywhere and has the new one from the next sign-in on.`,
    'turn-off': `${name} is turned off and signed out everywhere. What ${name} did stays on the record.`,
    'turn-on': `${name} can sign in again, with a new code by mail.`,
    'end-sessions': `${name} is signed out everywhere.`,
    same: 'Nothing was changed: it is like that already.',
  };
  return words[done ?? ''] ?? null;
}

/** What a press of an admin on themselves would mean, before it is done. */
export function aboutYourself(asked: PersonAction): string {
  switch (asked.action) {
    case 'role':
      return `You would no longer be an admin but ${roleWords[asked.role].label.toLowerCase()}: you could not open this page, nor give yourself the role back. You would be signed out everywhere at once.`;
    case 'turn-off':
      return 'You would be signed out everywhere at once, and could not sign in again until another admin turns you on.';
    default:
      return 'You would be signed out everywhere at once, here too, and sign in again with a new code.';
  }
}

export const lastAdmin =
  'Nothing was changed: this is the last admin, and somebody has to keep the team. Make somebody else an admin first';
