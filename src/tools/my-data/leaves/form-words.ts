import type { Language } from '#i18n/language.ts';
import type { Site } from '#platform/site.ts';
import type { FormId } from './field-words.ts';
import { leavesSpeak } from './spanish.ts';

export interface FormWords {
  /** When one sends it. */
  title: string;
  /** What it sends, in short. */
  short: string;
  readBy: string;
  kept: string;
}

/** Of each form: what it is, who reads what it sends, and for how long it is kept, as the site's settings say. */
export const formWords = (
  { retentionDays: days }: Pick<Site, 'retentionDays'>,
  language: Language,
): Record<FormId, FormWords> => {
  const say = leavesSpeak(language);
  const own = say('What you see there is what we have. You can delete all of it at once.');
  const rsvps = say('{days} days after the event', { days: days.rsvps });
  const signUps = say('{days} days after your request is closed', { days: days.signUps });
  return {
    rsvp: {
      title: say('You say yes to an event'),
      short: say(
        'A name (any name), one contact, how many come, your answers to what the event asks; if you say so, what would help you take part and what you do not eat',
      ),
      readBy: say('The events team'),
      kept: say('{rsvps}; what would help you and what you do not eat, until the event is over', { rsvps }),
    },
    'rsvp-change': {
      title: say('You change or cancel that, from the link in your mail'),
      short: say('The link, the button, and what you change. {own}', { own }),
      readBy: say('The events team'),
      kept: say('As your reply: {rsvps}', { rsvps }),
    },
    'sign-up': {
      title: say('You sign up for a group, a call, a mentor or check-ins'),
      short: say(
        'The name to use, how to reach you safely, when, and what you are asking for. No questions about your health',
      ),
      readBy: say('The intake team only. Your name, contact and words are stored encrypted'),
      kept: signUps,
    },
    'sign-up-change': {
      title: say('You change that, take it back, or answer a check-in'),
      short: say('The button you press, and how it is safe to reach you. {own}', { own }),
      readBy: say('The intake team only. Contact and times are stored encrypted'),
      kept: say('As your request: {signUps}', { signUps }),
    },
    consent: {
      title: say('You sign a consent, so that we may speak with somebody'),
      short: say('With whom, about what, what for, until when, and your name as a signature'),
      readBy: say('The intake team only. Names and signature are stored encrypted'),
      kept: say('{days} days after it ends: we must be able to show what was signed', {
        days: days.consents,
      }),
    },
    'meeting-report': {
      title: say('You suggest a meeting, or say that one is wrong'),
      short: say('What you know of the meeting; one contact, if we may ask you back'),
      readBy: say('The people who keep the list'),
      kept: say('{days} days after we are done with it, {latest} days at the latest', {
        days: days.reports,
        latest: days.unsettledReports,
      }),
    },
    calendar: {
      title: say('You take meetings into a calendar'),
      short: say('Which meetings, in the address of the calendar'),
      readBy: say('Nobody here. The web server notes the address, and so may the company of your calendar'),
      kept: say('Not by us. The server’s log, as long as that company keeps it'),
    },
    'resource-search': {
      title: say('You search the resources'),
      short: say('The words and the filters, in the address of the page'),
      readBy: say('Nobody. The web server notes the address'),
      kept: say('Not by us. The server’s log, as long as that company keeps it'),
    },
    'staff-sign-in': {
      title: say('Staff sign in'),
      short: say('A work address and a code'),
      readBy: say('Nobody; a computer checks it'),
      kept: say('The address as long as the account; a code for minutes'),
    },
  };
};
