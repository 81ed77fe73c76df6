import { localeOf, type Language } from '#i18n/language.ts';
import type { Say } from '#i18n/spoken.ts';
import { formSpeaks, type FormText } from './form/spanish.ts';
import { bestTimes, channels, kinds, languages } from './schema.ts';
import { stepDownSpeaks } from './spanish.ts';
import { kindsInWords } from './words.ts';

/** The questions of the form and the answers that it offers. */

/** "1, 3, and 6 months" */
export const monthsInWords = (months: number[], language: Language = 'en'): string => {
  const list = new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(months.map(String));
  const say = formSpeaks(language);
  return months.length === 1 && months[0] === 1
    ? say('{list} month', { list })
    : say('{list} months', { list });
};

/** `checkInMonths` is the organisation's rhythm. */
export const kindOptions = (checkInMonths: number[], language: Language = 'en') => {
  const say = stepDownSpeaks(language);
  const months = monthsInWords(checkInMonths, language);
  return kinds.map((value) => ({
    value,
    label: say(kindsInWords[value].label),
    hint:
      value === 'check-ins'
        ? formSpeaks(language)('We ask how it is going, after {months}.', { months })
        : say(kindsInWords[value].hint),
  }));
};

const channelWords: Record<(typeof channels)[number], { label: FormText; hint?: FormText }> = {
  email: {
    label: 'Email',
    hint: 'We also send one note at once to say that your request arrived. Its subject is “We got your note”.',
  },
  phone: { label: 'Phone call' },
  text: { label: 'Text message' },
};
const timeWords = {
  mornings: 'Mornings',
  afternoons: 'Afternoons',
  evenings: 'Evenings',
  weekends: 'Weekends',
} as const satisfies Record<(typeof bestTimes)[number], FormText>;
const languageWords = { en: 'English', es: 'Español (Spanish)' } as const;

/** What can be chosen, in the language of the page. */
export const channelOptions = (say: Say<FormText>) =>
  channels.map((value) => {
    const { label, hint } = channelWords[value];
    return { value, label: say(label), ...(hint && { hint: say(hint) }) };
  });
export const timeOptions = (say: Say<FormText>) =>
  bestTimes.map((value) => ({ value, label: say(timeWords[value]) }));
export const languageOptions = (say: Say<FormText>) =>
  languages.map((value) => ({ value, label: say(languageWords[value]) }));

interface ContactQuestion {
  /** The page's heading. */
  title: FormText;
  label: FormText;
  hint: FormText;
  type: 'email' | 'tel';
  safe: {
    field: string;
    legend: FormText;
    hint?: FormText;
    yes: FormText;
    no: FormText;
    short: FormText;
  }[];
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
