import type { MySignUp } from './my-sign-up.ts';

/** How a consent that the person signed reads in the list on their page. */

const recipients: Record<string, string> = {
  provider: 'Somebody who cares for your health',
  family: 'Somebody close to you',
  employer: 'Somebody at work',
  school: 'Somebody at school',
  court: 'A court or a lawyer',
};

export const recipientInWords = (kind: string) => recipients[kind] ?? 'Somebody you named';

const day = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(at);

/** "Signed November 22, 2026, holds until November 21, 2027": `today` is a date where the organisation is. */
export function consentInWords(
  { signedAt, expiresOn, revokedAt }: MySignUp['consents'][number],
  today: string,
  timeZone: string,
): string {
  const signed = `Signed ${day(Date.parse(signedAt), timeZone)}`;
  if (revokedAt !== null) return `${signed}, taken back ${day(Date.parse(revokedAt), timeZone)}`;
  const end = day(Date.parse(`${expiresOn}T12:00:00Z`), 'UTC');
  return `${signed}, ${expiresOn >= today ? 'holds until' : 'ended'} ${end}`;
}
