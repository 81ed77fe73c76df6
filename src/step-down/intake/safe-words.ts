import { phoneWords } from '#platform/contact.ts';
import type { SealedWords } from '../sealed-words.ts';

/**
 * How it is safe to reach somebody, as sentences to read before picking up the phone. What they did not say
 * counts as no.
 */
export function safeWords({
  channel,
  safeToLeaveMessage,
  safeToText,
  safeToSayWho,
}: SealedWords['contact']): string[] {
  if (channel === 'email') {
    return [
      safeToSayWho === true
        ? 'You may say who is writing.'
        : 'Do not say in the subject or the first line who is writing, or why.',
      'Others may read along: no details by mail. Offer a call instead.',
    ];
  }
  const said = safeToSayWho === undefined ? ' They did not say that you may.' : '';
  return [
    safeToLeaveMessage
      ? 'You may leave a short voicemail. Give a first name and the number, nothing more.'
      : 'Leave no voicemail. If they do not answer, try again later.',
    safeToSayWho === true
      ? 'You may say who is calling.'
      : `Do not say who is calling, or from where, to anybody but them.${said}`,
    channel === 'text' || safeToText === true
      ? 'Text messages are fine. Write nothing that tells what it is about.'
      : `Send no text messages.${safeToText === undefined ? ' They did not say that you may.' : ''}`,
  ];
}

/** Where a press leads: the phone, a message, a mail. */
export function reachHref({ channel, value }: SealedWords['contact']): string {
  const scheme = { email: 'mailto', phone: 'tel', text: 'sms' }[channel];
  return `${scheme}:${value}`;
}

export const contactWords = ({ channel, value }: SealedWords['contact']): string =>
  channel === 'email' ? value : phoneWords(value);

const timeWords: Record<string, string> = {
  mornings: 'mornings',
  afternoons: 'afternoons',
  evenings: 'evenings',
  weekends: 'weekends',
};
export const timesWords = (times: string[] = []): string =>
  times.map((time) => timeWords[time] ?? time).join(', ');
