import type { Site } from '#platform/site.ts';
import type { FormId } from './field-words.ts';

export interface FormWords {
  /** When one sends it. */
  title: string;
  /** What it sends, in short. */
  short: string;
  readBy: string;
  kept: string;
}

const own = 'What you see there is what we have. You can delete all of it at once.';

/** Of each form: what it is, who reads what it sends, and for how long it is kept, as the site's settings say. */
export const formWords = ({
  retentionDays: days,
}: Pick<Site, 'retentionDays'>): Record<FormId, FormWords> => {
  const rsvps = `${days.rsvps} days after the event`;
  const signUps = `${days.signUps} days after your request is closed`;
  return {
    rsvp: {
      title: 'You say yes to an event',
      short:
        'A name (any name), one contact, how many come, your answers to what the event asks; if you say so, what would help you take part and what you do not eat',
      readBy: 'The events team',
      kept: `${rsvps}; what would help you and what you do not eat, until the event is over`,
    },
    'rsvp-change': {
      title: 'You change or cancel that, from the link in your mail',
      short: `The link, the button, and what you change. ${own}`,
      readBy: 'The events team',
      kept: `As your reply: ${rsvps}`,
    },
    'sign-up': {
      title: 'You sign up for a group, a call, a mentor or check-ins',
      short:
        'The name to use, how to reach you safely, when, and what you are asking for. No questions about your health',
      readBy: 'The intake team only. Your name, contact and words are stored encrypted',
      kept: signUps,
    },
    'sign-up-change': {
      title: 'You change that, take it back, or answer a check-in',
      short: `The button you press, and how it is safe to reach you. ${own}`,
      readBy: 'The intake team only. Contact and times are stored encrypted',
      kept: `As your request: ${signUps}`,
    },
    consent: {
      title: 'You sign a consent, so that we may speak with somebody',
      short: 'With whom, about what, what for, until when, and your name as a signature',
      readBy: 'The intake team only. Names and signature are stored encrypted',
      kept: `${days.consents} days after it ends: we must be able to show what was signed`,
    },
    'meeting-report': {
      title: 'You suggest a meeting, or say that one is wrong',
      short: 'What you know of the meeting; one contact, if we may ask you back',
      readBy: 'The people who keep the list',
      kept: `${days.reports} days after we are done with it, ${days.unsettledReports} days at the latest`,
    },
    calendar: {
      title: 'You take meetings into a calendar',
      short: 'Which meetings, in the address of the calendar',
      readBy: 'Nobody here. The web server notes the address, and so may the company of your calendar',
      kept: 'Not by us. The server’s log, as long as that company keeps it',
    },
    'resource-search': {
      title: 'You search the resources',
      short: 'The words and the filters, in the address of the page',
      readBy: 'Nobody. The web server notes the address',
      kept: 'Not by us. The server’s log, as long as that company keeps it',
    },
    'staff-sign-in': {
      title: 'Staff sign in',
      short: 'A work address and a code',
      readBy: 'Nobody; a computer checks it',
      kept: 'The address as long as the account; a code for minutes',
    },
  };
};
