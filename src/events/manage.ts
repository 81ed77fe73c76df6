import type * as z from 'zod';
import type { GivenAnswer } from './answer-token.ts';
import {
  cancelRsvp,
  changeEcho,
  chooseDates,
  confirmRsvp,
  forgetRsvp,
  rejoinRsvp,
  sendRsvpLink,
  updateRsvp,
  type Changed,
} from './change-rsvp.ts';
import type { manageForm } from './schema.ts';

/** What a link opens: an RSVP to whoever has its own link, or what was told to whoever asked. */
export type Opened = { rsvp: string } | { answer: GivenAnswer };

type Doing = z.infer<typeof manageForm>;

const nothing: Changed = { refused: { status: 404, title: 'This link opens nothing' } };

/** Does what a person asked for from their link. */
export async function manageRsvp(opened: Opened, { action, dates, ...change }: Doing): Promise<Changed> {
  if ('answer' in opened) return manageAnswer(opened.answer, { action, dates, ...change });
  switch (action) {
    case 'update':
      return updateRsvp(opened.rsvp, change);
    case 'cancel':
      return cancelRsvp(opened.rsvp);
    case 'confirm':
      return confirmRsvp(opened.rsvp);
    case 'rejoin':
      return rejoinRsvp(opened.rsvp);
    case 'forget':
      return forgetRsvp(opened.rsvp);
    case 'dates':
      return chooseDates(opened.rsvp, dates ?? []);
    default:
      return nothing;
  }
}

/**
 * From the link in an answer, which somebody may hold who only knows the contact: what changes seats alone,
 * so that it can be answered alike whether there is an RSVP of theirs behind it or an echo.
 */
async function manageAnswer({ id, echo }: GivenAnswer, { action, ...change }: Doing): Promise<Changed> {
  if (action !== 'update' && action !== 'cancel' && action !== 'send-link') return nothing;
  const { dates, attends, sessions, answers, ...seats } = change;
  if (dates ?? attends ?? sessions ?? answers) {
    return { refused: { status: 409, title: 'Open the link in your mail to change that' } };
  }
  if (action === 'send-link') {
    await (echo ? changeEcho(id, action) : sendRsvpLink(id));
    return { outcome: { outcome: 'sent' } };
  }
  if (echo) return changeEcho(id, action, seats);
  return action === 'update' ? updateRsvp(id, seats) : cancelRsvp(id);
}
