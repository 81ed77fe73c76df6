import { bestTimes, channels, kinds, languages } from './schema.ts';
import { kindsInWords } from './words.ts';

/** The questions of the form and the answers that it offers. */

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** "1, 3, and 6 months" */
export const monthsInWords = (months: number[]): string =>
  `${list.format(months.map(String))} ${months.length === 1 && months[0] === 1 ? 'month' : 'months'}`;

/** `checkInMonths` is the organisation's rhythm. */
export const kindOptions = (checkInMonths: number[]) =>
  kinds.map((value) => ({
    value,
    ...kindsInWords[value],
    ...(value === 'check-ins' && { hint: `We ask how it is going, after ${monthsInWords(checkInMonths)}.` }),
  }));

const channelWords: Record<(typeof channels)[number], { label: string; hint?: string }> = {
  email: {
    label: 'Email',
    hint: 'We also send one note at once to say that your request arrived. Its subject is “We got your note”.',
  },
  phone: { label: 'Phone call' },
  text: { label: 'Text message' },
};
export const channelOptions = channels.map((value) => ({ value, ...channelWords[value] }));

const timeWords = {
  mornings: 'Mornings',
  afternoons: 'Afternoons',
  evenings: 'Evenings',
  weekends: 'Weekends',
};
export const timeOptions = bestTimes.map((value) => ({ value, label: timeWords[value] }));

const languageWords = { en: 'English', es: 'Español (Spanish)' };
export const languageOptions = languages.map((value) => ({ value, label: languageWords[value] }));

interface ContactQuestion {
  /** The page's heading. */
  title: string;
  label: string;
  hint: string;
  type: 'email' | 'tel';
  safe: { field: string; legend: string; hint?: string; yes: string; no: string; short: string }[];
}

/** What is asked about each way of contact: the address, and only what can be unsafe about that way. */
export const contactQuestions: Record<string, ContactQuestion> = {
  email: {
    title: 'Your email address',
    label: 'Email address',
    hint: 'We use it for this request only.',
    type: 'email',
    safe: [
      {
        field: 'safeToLeaveMessage',
        legend: 'May our mail say what it is about?',
        hint: 'If somebody else may read your mail, choose no: we then write only that you can call us.',
        yes: 'Yes, only I read it',
        no: 'No, keep it plain',
        short: 'Mail may say what it is about',
      },
    ],
  },
  phone: {
    title: 'The number to call',
    label: 'Phone number',
    hint: 'With its area code. We use it for this request only.',
    type: 'tel',
    safe: [
      {
        field: 'safeToLeaveMessage',
        legend: 'If we miss you, may we leave a voicemail?',
        hint: 'What we leave is a first name and a number to call, never what it is about.',
        yes: 'Yes, leave one',
        no: 'No, only try again',
        short: 'Voicemail',
      },
      {
        field: 'safeToText',
        legend: 'May we send a text instead?',
        yes: 'Yes, a text is fine',
        no: 'No texts',
        short: 'Text instead',
      },
      {
        field: 'safeToSayWho',
        legend: 'If somebody else picks up, may we say who is calling?',
        hint: 'If not, we ask for you and give a first name, nothing more.',
        yes: 'Yes, say who is calling',
        no: 'No, a first name only',
        short: 'Say who is calling',
      },
    ],
  },
  text: {
    title: 'The number to text',
    label: 'Phone number',
    hint: 'With its area code. We use it for this request only.',
    type: 'tel',
    safe: [
      {
        field: 'safeToSayWho',
        legend: 'May the text say who we are?',
        hint: 'If not, it is signed with a first name only. It never says what it is about.',
        yes: 'Yes, say who it is from',
        no: 'No, a first name only',
        short: 'Say who it is from',
      },
      {
        field: 'safeToLeaveMessage',
        legend: 'If a text does not reach you, may we call and leave a voicemail?',
        yes: 'Yes, leave one',
        no: 'No, only text',
        short: 'Voicemail',
      },
    ],
  },
};
