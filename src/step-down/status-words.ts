import type { SignUpView } from './sign-ups.ts';

/** Where a sign-up stands, in words that give nothing away to somebody looking over a shoulder. */

interface Standing {
  heading: string;
  next: string;
}

const ways = { email: 'by email', phone: 'by phone', text: 'by text message' };

/** `promise` is the organisation's own: "by the end of the next business day". */
export function standing({ status, channel }: SignUpView, promise: string): Standing {
  switch (status) {
    case 'received':
      return {
        heading: 'We got your note',
        next: `A person on our team will read it and get in touch ${ways[channel]} ${promise}.`,
      };
    case 'read':
      return {
        heading: 'Somebody has read your note',
        next: `They will get in touch ${ways[channel]} ${promise}.`,
      };
    case 'contacted':
      return {
        heading: 'We have been in touch',
        next: 'If you did not hear from us, or missed us, call and give your reference.',
      };
    case 'scheduled':
      return { heading: 'A time is set', next: 'If it no longer suits you, call and give your reference.' };
    case 'closed':
      return { heading: 'This request is finished', next: 'You can write to us again whenever you like.' };
    case 'withdrawn':
      return {
        heading: 'You took your note back',
        next: 'What you wrote is deleted, and nobody will contact you about it. You can write again whenever you like.',
      };
  }
}

/** What the person may count on about a place; null when they asked for none. */
export function placeInQueue({ place, position }: SignUpView): string | null {
  if (place === 'held') return 'A place is kept for you.';
  if (place !== 'waiting') return null;
  if (position === null || position <= 1) return 'You are on the waiting list, and next in line.';
  return `You are on the waiting list, with ${position - 1} ahead of you.`;
}

export const canWithdraw = ({ status }: SignUpView) => status !== 'closed' && status !== 'withdrawn';
