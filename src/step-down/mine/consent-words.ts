import { localeOf, type Language } from '#i18n/language.ts';
import type { MySignUp } from './my-sign-up.ts';
import { mineSpeaks, type MineText } from './spanish.ts';

/** How a consent that the person signed reads in the list on their page. */

const recipients: Record<string, MineText> = {
  provider: 'Somebody who cares for your health',
  family: 'Somebody close to you',
  employer: 'Somebody at work',
  school: 'Somebody at school',
  court: 'A court or a lawyer',
};

export const recipientInWords = (kind: string, language: Language = 'en') =>
  mineSpeaks(language)(recipients[kind] ?? 'Somebody you named');

/** "Signed November 22, 2026, holds until November 21, 2027": `today` is a date where the organisation is. */
export function consentInWords(
  { signedAt, expiresOn, revokedAt }: MySignUp['consents'][number],
  today: string,
  timeZone: string,
  language: Language = 'en',
): string {
  const say = mineSpeaks(language);
  const dayIn = (at: number, zone: string) =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: zone }).format(at);
  const day = dayIn(Date.parse(signedAt), timeZone);
  if (revokedAt !== null) {
    return say('Signed {day}, taken back {end}', { day, end: dayIn(Date.parse(revokedAt), timeZone) });
  }
  const end = dayIn(Date.parse(`${expiresOn}T12:00:00Z`), 'UTC');
  return expiresOn >= today
    ? say('Signed {day}, holds until {end}', { day, end })
    : say('Signed {day}, ended {end}', { day, end });
}
