import type { Composer, Letter } from '#mail/letter.ts';
import { site } from '#platform/site.ts';
import { checkInUrl, manageUrl, stopUrl } from '../manage.ts';
import { openWords } from '../sealed-words.ts';
import { readSealed } from '../sign-ups.ts';
import { thanks, wordsIn } from './words.ts';

/** The mails to the person. Each is written from how things stand when it is sent; one that is not true is dropped. */

type SignUp = NonNullable<Awaited<ReturnType<typeof readSealed>>>;
type Language = Letter['language'];

const languageOf = ({ language }: SignUp): Language => (language === 'es' ? 'es' : 'en');
const ended = ({ status }: SignUp) => status === 'closed';

/**
 * A mail to whoever wants to be reached by mail, as things stand now. The address is unsealed here, at the
 * moment of writing, and stays nowhere else.
 */
const toPerson =
  (
    compose: (signUp: SignUp, language: Language) => Omit<Letter, 'to' | 'language' | 'closing'> | null,
  ): Composer =>
  async ({ sign_up_id: id }) => {
    const signUp = id && (await readSealed(id));
    if (!signUp) return null;
    const { contact } = await openWords(signUp.sealed, id);
    const language = languageOf(signUp);
    const said = contact.channel === 'email' ? compose(signUp, language) : null;
    return said && { ...said, to: contact.value, language, closing: wordsIn[language]().closing };
  };

const pageButton = (label: string, signUp: SignUp) => ({
  label,
  href: manageUrl(signUp.id, languageOf(signUp)),
});

const withReference = (first: string, signUp: SignUp, language: Language, rest: string[]): Letter['body'] => [
  first,
  { facts: [[wordsIn[language]().reference, signUp.reference]] },
  ...rest,
];

export const received = toPerson((signUp, language) => {
  if (ended(signUp)) return null;
  const words = wordsIn[language]();
  const { subject, body, open } = signUp.kind === 'check-ins' ? words.receivedCheckIns : words.received;
  return {
    subject,
    body: withReference(thanks[language], signUp, language, body),
    button: pageButton(open, signUp),
  };
});

/** To somebody who waited, when a place came free. */
export const place = toPerson((signUp, language) => {
  if (ended(signUp)) return null;
  const {
    subject,
    body: [first = '', ...rest],
    open,
  } = wordsIn[language]().place;
  return {
    subject,
    body: withReference(first, signUp, language, rest),
    button: pageButton(open, signUp),
  };
});

/** That their page says something new; not what. A request that has ended may be the news. */
export const news = toPerson((signUp, language) => {
  const { subject, body, open } = wordsIn[language]().news;
  return { subject, body, button: pageButton(open, signUp) };
});

export const consentCopy = toPerson((signUp, language) => {
  const { subject, body, open } = wordsIn[language]().consentCopy;
  return { subject, body, button: pageButton(open, signUp) };
});

/** How are things: a link to three plain answers, and a way to hear no more of it that takes one press. */
export const checkIn = toPerson((signUp, language) => {
  if (ended(signUp) || signUp.kind !== 'check-ins') return null;
  const { checkIn: said, stop } = wordsIn[language]();
  return {
    subject: said.subject,
    body: said.body,
    button: { label: said.open, href: checkInUrl(signUp.id, language) },
    unsubscribe: { href: stopUrl(signUp.id, language), label: stop, mailbox: site().email, oneClick: true },
  };
});
