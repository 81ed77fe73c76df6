import type { Deed, Subject } from './record-filter.ts';
import type { RecordLine } from './record.ts';
import type { About } from './subjects.ts';

/** The record in sentences. Pure. */

export const subjectWords: Record<Subject, string> = {
  event: 'Events and their guest lists',
  guest: 'Guests',
  report: 'Reports about meetings',
  meeting: 'Meetings and lists of meetings',
  'sign-up': 'Requests',
  consent: 'Consents',
  resource: 'Resources',
  staff: 'The team',
  settings: 'Settings',
  everything: 'All of it at once',
};

export const deedWords: Record<Deed, string> = {
  looked: 'Looked at it',
  taken: 'Took a copy',
  changed: 'Changed something',
};

/** What was done, before the name of what it was done to. */
const phrases: Partial<Record<Subject, Record<string, string>>> = {
  event: {
    list: 'opened the guest list of',
    export: 'took a copy of the guest list of',
    door: 'opened the list at the door of',
    added: 'added the event',
    changed: 'changed the event',
    published: 'published the event',
    unpublished: 'took the event off the site:',
    'called-off': 'called off the event',
    seats: 'changed the number of seats of',
    wrote: 'wrote to the guests of',
  },
  guest: {
    read: 'opened the answer of a guest of',
    removed: 'took a guest off the list of',
    seated: 'gave a seat by hand to a guest of',
    accepted: 'accepted the answer of a guest of',
    arrived: 'checked in a guest of',
    'arrival-taken-back': 'took back the check-in of a guest of',
    'walked-in': 'let somebody walk in to',
    'moved-to-line': 'moved a guest back to the waiting list of',
    'mail-retried': 'sent a mail once more to a guest of',
  },
  report: {
    read: 'opened a report about',
    accepted: 'accepted a report about',
    declined: 'declined a report about',
    reopen: 'opened again a report about',
  },
  resource: {
    create: 'began the resource',
    change: 'changed the resource',
    asked: 'asked for a look at the resource',
    'sent-back': 'sent back to its author the resource',
    'take-back': 'took back what was planned or asked for the resource',
    schedule: 'planned the day of the resource',
    publish: 'published the resource',
    'publish-failed': 'could not publish as planned the resource',
    discard: 'threw away the draft of the resource',
    delete: 'deleted a resource',
    archive: 'took off the site the resource',
    reopen: 'took up again the resource',
    restore: 'went back to an earlier version of the resource',
    undo: 'changed back the resource',
    'end-previews': 'ended the links to the draft of the resource',
    'add-file': 'added a file to the resource',
    'remove-file': 'took away a file of the resource',
  },
  staff: {
    invite: 'invited somebody to the team',
    'take-back': 'took back an invitation to the team',
    change: 'changed the name or role of',
    'turn-on': 'opened the access of',
    'turn-off': 'turned off the access of',
    'end-sessions': 'signed out everywhere',
  },
  settings: { change: 'changed the settings' },
  everything: { export: 'took a copy of' },
};

/** What stands there when the thing is gone, or has no name of its own. */
const gone: Record<Subject, string> = {
  event: 'an event that is deleted',
  guest: 'an event that is deleted',
  report: 'a meeting, which is deleted',
  meeting: 'a meeting or list that is deleted',
  'sign-up': 'a request that is deleted',
  consent: 'a consent that is deleted',
  resource: 'that is deleted',
  staff: '',
  settings: '',
  everything: 'all there is',
};

const details: Record<string, string> = {
  'to-call': 'who can only be called',
  seats: 'who would lose a seat',
  planned: 'by itself, at the planned time',
};

/** What somebody did and what they did it to; the name of the second is a link where there is its page. */
export interface Sentence {
  did: string;
  about: About;
  /** What else is known of it, or null. */
  more: string | null;
}

/** `ofRequests`: what was done with a request or a consent, in the words of that part of the house. */
export function sentenceOf(
  line: RecordLine,
  about: About | null,
  ofRequests: (line: RecordLine) => string,
): Sentence {
  const { subject, action, detail } = line;
  if (subject === 'sign-up' || subject === 'consent') {
    return { did: `${ofRequests(line)}:`, about: about ?? { label: gone[subject], href: null }, more: null };
  }
  return {
    did: phrases[subject]?.[action] ?? `did this (${action.replaceAll('-', ' ')}):`,
    about: about ?? {
      label: subject === 'everything' && detail === 'record' ? 'this record' : gone[subject],
      href: null,
    },
    more: detail && subject !== 'guest' ? moreOf(subject, action, detail) : null,
  };
}

function moreOf(subject: Subject, action: string, detail: string): string | null {
  if (subject === 'everything') return null;
  if (details[detail]) return details[detail];
  if (/^\d+$/.test(detail)) return detail === '1' ? '1 answer' : `${detail} answers`;
  return action === 'list' ? null : detail.replaceAll('-', ' ');
}

/** Whether the database may write this; a test holds it against the migrations. */
export const hasWords = (subject: string, action: string): boolean =>
  phrases[subject as Subject]?.[action] !== undefined;
