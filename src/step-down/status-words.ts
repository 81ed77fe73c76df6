import type { Language } from '#i18n/language.ts';
import type { ClosedWhy, MySignUp } from './mine/my-sign-up.ts';
import type { SignUpView } from './sign-ups.ts';
import { statusSpeaks, type StatusText } from './status-spanish.ts';

/** Where a sign-up stands, in words that give nothing away to somebody looking over a shoulder. */

interface Standing {
  heading: string;
  next: string;
}

/** Why it waits and why it ended are known on the person's own page. */
type Stands = Pick<SignUpView, 'kind' | 'status' | 'channel'> &
  Partial<Pick<MySignUp, 'waitsFor' | 'closedWhy'>>;

const ways = { email: 'by email', phone: 'by phone', text: 'by text message' } as const;

const ended: Record<ClosedWhy, Record<keyof Standing, StatusText>> = {
  answered: { heading: 'This request is finished', next: 'You can write to us again whenever you like.' },
  started: {
    heading: 'You have started',
    next: 'Good that you are here. This request is finished; for everything else, just call or ask.',
  },
  declined: {
    heading: 'This one does not fit, and we have not left you',
    next: 'We cannot offer what you asked for right now. That is about what we have, and says nothing about you.',
  },
  'not-reached': {
    heading: 'We did not manage to reach you',
    next: 'That is all right, it happens. Nothing counts against you: call, or write again, whenever it suits you.',
  },
  stopped: {
    heading: 'We ask no more',
    next: 'No more of these messages come. You can ask for them again whenever you like.',
  },
  withdrawn: {
    heading: 'You took your note back',
    next: 'What you wrote is deleted, and nobody will contact you about it. You can write to us again whenever you like.',
  },
};

/** `promise` is the organisation's own, in that language: "by the end of the next business day". */
export function standing(signUp: Stands, promise: string, language: Language = 'en'): Standing {
  const { heading, next } = standingOf(signUp);
  const say = statusSpeaks(language);
  return { heading: say(heading), next: say(next, { way: say(ways[signUp.channel]), promise }) };
}

function standingOf(signUp: Stands): Record<keyof Standing, StatusText> {
  const { status } = signUp;
  if (status === 'withdrawn') return ended.withdrawn;
  if (status === 'closed') return ended[signUp.closedWhy ?? 'answered'];
  if (signUp.kind === 'check-ins') return checkInStanding(signUp);
  switch (status) {
    case 'received':
      return {
        heading: 'We got your note',
        next: 'A person on our team will read it and get in touch {way} {promise}.',
      };
    case 'read':
      return {
        heading: 'Somebody has read your note',
        next: 'They will get in touch {way} {promise}.',
      };
    case 'contacted':
      return {
        heading: 'We have been in touch',
        next: 'If you did not hear from us, or missed us, call and give your reference.',
      };
    case 'scheduled':
      return { heading: 'A time is set', next: 'If it no longer suits you, call and give your reference.' };
  }
}

function checkInStanding({ status, waitsFor }: Stands): Record<keyof Standing, StatusText> {
  if (status === 'scheduled' || status === 'contacted') {
    return {
      heading: 'We will ask how things are',
      next: 'We get in touch {way} on the days below. You need not answer, and you can stop it any time.',
    };
  }
  return waitsFor === 'call'
    ? {
        heading: 'We will get in touch',
        next: 'You asked for it, and a person on our team gets in touch {way} {promise}.',
      }
    : {
        heading: 'It is time to ask how things are',
        next: 'A person on our team gets in touch {way}. You need not answer.',
      };
}

/** What the person may count on about a place; null when they asked for none. */
export function placeInQueue(
  { place, position }: Pick<SignUpView, 'place' | 'position'>,
  language: Language = 'en',
): string | null {
  const say = statusSpeaks(language);
  if (place === 'held') return say('A place is kept for you.');
  if (place !== 'waiting') return null;
  if (position === null || position <= 1) return say('You are on the waiting list, and next in line.');
  return say('You are on the waiting list, with {count} ahead of you.', { count: position - 1 });
}

export const canWithdraw = ({ status }: Pick<SignUpView, 'status'>) =>
  status !== 'closed' && status !== 'withdrawn';
