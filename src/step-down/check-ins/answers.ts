import type { Language } from '#i18n/language.ts';
import { statusSpeaks, type StatusText } from '../status-spanish.ts';
import type { Done } from '../mine/act.ts';

/** The three answers to "How are things?", and what we say to each. None is better than another. */

export const answers = [
  { action: 'okay', label: 'I’m doing okay' },
  { action: 'call-me', label: 'Please call me' },
  { action: 'stop', label: 'Stop these' },
] as const satisfies readonly { action: Done; label: StatusText }[];

interface Thanks {
  heading: StatusText;
  words: StatusText;
}

export const thanks: Partial<Record<Done, Thanks>> = {
  okay: {
    heading: 'Thank you. That is good to hear',
    words: 'We are glad you told us. If it changes, tomorrow or tonight, we are a call away.',
  },
  'call-me': {
    heading: 'Thank you for saying so',
    words: 'Asking is a strong thing to do.',
  },
  stop: {
    heading: 'We ask no more',
    words: 'No more of these messages come. Thank you for the time you let us ask. The door stays open.',
  },
};

const ways = { email: 'by email', phone: 'by phone', text: 'by text message' } as const;

/** Who gets in touch, how, and by when: `promise` as "by the end of the next business day". */
export function callPromised(channel: keyof typeof ways, promise: string, language: Language = 'en') {
  const say = statusSpeaks(language);
  return say('A person on our team gets in touch {way} {promise}.', { way: say(ways[channel]), promise });
}
