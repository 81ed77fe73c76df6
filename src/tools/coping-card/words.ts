import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/** What the coping card's script says. */
export const words = {
  title: say('Coping card'),
  call: (name: string) => say('Call {name}', { name: name || say('this person') }),
  reason: (text: string) => say('Reason: {text}', { text }),
  person: (text: string) => say('Person: {text}', { text }),
  action: (text: string) => say('Thing to do: {text}', { text }),
};
