import type * as z from 'zod';
import type { Language } from '#i18n/language.ts';
import type { GivenAnswer } from './answer-token.ts';
import {
  cancelRsvp,
  changeAnswer,
  chooseDates,
  confirmRsvp,
  forgetRsvp,
  rejoinRsvp,
  updateRsvp,
  type Changed,
} from './change-rsvp.ts';
import { refusalsSpeak } from './refusals-spanish.ts';
import type { manageForm } from './schema.ts';

/** What a link opens: an RSVP to whoever has its own link, or what was told to whoever asked. */
export type Opened = { rsvp: string } | { answer: GivenAnswer };

type Doing = z.infer<typeof manageForm>;

const nothing = (language: Language): Changed => ({
  refused: { status: 404, title: refusalsSpeak(language)('This link opens nothing') },
});

/** Does what a person asked for from their link; what is refused is said in the language of its page. */
export async function manageRsvp(
  opened: Opened,
  { action, dates, ...change }: Doing,
  language: Language = 'en',
): Promise<Changed> {
  if ('answer' in opened) return manageAnswer(opened.answer, { action, dates, ...change }, language);
  switch (action) {
    case 'update':
      return updateRsvp(opened.rsvp, change, language);
    case 'cancel':
      return cancelRsvp(opened.rsvp, language);
    case 'confirm':
      return confirmRsvp(opened.rsvp, language);
    case 'rejoin':
      return rejoinRsvp(opened.rsvp, language);
    case 'forget':
      return forgetRsvp(opened.rsvp, language);
    case 'dates':
      return chooseDates(opened.rsvp, dates ?? [], language);
    default:
      return nothing(language);
  }
}

/**
 * From the link in an answer, which somebody may hold who only knows the contact: what changes seats alone,
 * so that it can be answered alike whether there is an RSVP of theirs behind it or an echo.
 */
async function manageAnswer(
  given: GivenAnswer,
  { action, ...change }: Doing,
  language: Language,
): Promise<Changed> {
  if (action !== 'update' && action !== 'cancel' && action !== 'send-link') return nothing(language);
  const { dates, attends, sessions, answers, ...seats } = change;
  if (dates ?? attends ?? sessions ?? answers) {
    const title = refusalsSpeak(language)('Open the link in your mail to change that');
    return { refused: { status: 409, title } };
  }
  return changeAnswer(given, action, seats, language);
}
