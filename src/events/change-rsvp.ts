import type { Language } from '#i18n/language.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import type { GivenAnswer } from './answer-token.ts';
import { outcome, refusal, type Outcome, type Refused } from './refusals.ts';

/**
 * What people do to their RSVP. Each is one SQL function, in which all happens together; what is refused is
 * said in the language of the page they do it on.
 */

export interface RsvpChange {
  partySize?: number | undefined;
  name?: string | undefined;
  accessNeeds?: string | undefined;
  children?: number | undefined;
  food?: string | undefined;
  attends?: 'in-person' | 'online' | undefined;
  sessions?: string[] | undefined;
  answers?: Record<string, string> | undefined;
}

export type Changed = { refused: Refused } | { outcome: Outcome };

function read(answer: unknown, language: Language): Changed {
  const parsed = outcome.parse(answer);
  const refused = refusal(parsed, language);
  return refused ? { refused } : { outcome: parsed };
}

const changed = ({ partySize, name, accessNeeds, ...rest }: RsvpChange) => ({
  ...(partySize !== undefined && { p_party_size: partySize }),
  ...(name !== undefined && { p_name: name }),
  ...(accessNeeds !== undefined && { p_access_needs: accessNeeds }),
  p_details: Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
});

/** What is left out stays, an empty text clears. Whoever holds a seat keeps it, or nothing changes. */
export const updateRsvp = async (
  rsvp: string,
  change: RsvpChange,
  language: Language = 'en',
): Promise<Changed> =>
  read(rows(await serviceDatabase().rpc('update_rsvp', { p_rsvp: rsvp, ...changed(change) })), language);

/** Gives the seats back; they go to the next in the queue in the same transaction. */
export const cancelRsvp = async (rsvp: string, language: Language = 'en'): Promise<Changed> =>
  read(rows(await serviceDatabase().rpc('cancel_rsvp', { p_rsvp: rsvp })), language);

/** Says yes once more to a seat from the waiting list. */
export const confirmRsvp = async (rsvp: string, language: Language = 'en'): Promise<Changed> =>
  read(rows(await serviceDatabase().rpc('confirm_rsvp', { p_rsvp: rsvp })), language);

/** Comes back after a cancel: a seat if there is one, else the end of the line. */
export const rejoinRsvp = async (rsvp: string, language: Language = 'en'): Promise<Changed> =>
  read(rows(await serviceDatabase().rpc('rejoin_rsvp', { p_rsvp: rsvp })), language);

/** Deletes the person, for every date of the series too. */
export const forgetRsvp = async (rsvp: string, language: Language = 'en'): Promise<Changed> =>
  read(rows(await serviceDatabase().rpc('forget_rsvp', { p_rsvp: rsvp })), language);

/** Takes part in exactly these dates of the series, from now on. All or nothing. */
export const chooseDates = async (
  rsvp: string,
  dates: string[],
  language: Language = 'en',
): Promise<Changed> =>
  read(rows(await serviceDatabase().rpc('choose_dates', { p_rsvp: rsvp, p_dates: dates })), language);

/**
 * From the link in an answer, behind which is a reply or an echo: both take the same, and answer the same.
 * 'send-link' mails the link to the address on file, and says nothing about whether there is one.
 */
export const changeAnswer = async (
  { id, echo }: Pick<GivenAnswer, 'id' | 'echo'>,
  action: 'update' | 'cancel' | 'send-link',
  change: RsvpChange = {},
  language: Language = 'en',
): Promise<Changed> =>
  read(
    rows(
      await serviceDatabase().rpc('change_answer', {
        p_answer: id,
        p_echo: echo,
        p_action: action,
        ...changed(change),
      }),
    ),
    language,
  );
