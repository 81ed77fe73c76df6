import { kinds } from './schema.ts';
import { kindsInWords } from './words.ts';

/** The answers that the form offers. */

export const kindOptions = kinds.map((value) => ({ value, ...kindsInWords[value] }));

export const channelOptions = [
  {
    value: 'email',
    label: 'Email',
    hint: 'We also send one note at once to say that your request arrived. Its subject is “We got your note”.',
  },
  { value: 'phone', label: 'Phone call' },
  { value: 'text', label: 'Text message' },
];

export const messageOptions = [
  { value: 'yes', label: 'Yes, a short message is fine' },
  { value: 'no', label: 'No, only try again' },
];

export const timeOptions = [
  { value: 'mornings', label: 'Mornings' },
  { value: 'afternoons', label: 'Afternoons' },
  { value: 'evenings', label: 'Evenings' },
  { value: 'weekends', label: 'Weekends' },
];

export const languageOptions = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español (Spanish)' },
];
