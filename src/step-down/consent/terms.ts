/** What a consent by 42 CFR 2.31(a) is made of. The database knows the same names. */

export const scopes = ['general', 'legal-proceedings', 'counseling-notes'] as const;
export type Scope = (typeof scopes)[number];

export const recipientKinds = ['provider', 'family', 'employer', 'school', 'court', 'other'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

export const informationKinds = [
  'that-i-took-part',
  'dates',
  'level-of-care',
  'attendance',
  'progress',
  'aftercare-plan',
  'counseling-notes',
] as const;
export type InformationKind = (typeof informationKinds)[number];

export const purposes = [
  'my-care',
  'support-at-home',
  'work-or-school',
  'legal-matter',
  'at-my-request',
] as const;
export type Purpose = (typeof purposes)[number];

export type ConsentLanguage = 'en' | 'es';

/** What the person chooses. */
export interface Choices {
  recipientKind: RecipientKind;
  recipient: Recipient;
  information: InformationKind[];
  purpose: Purpose;
  /** The last day on which it stands, as 2027-02-20. */
  expiresOn: string;
}

export interface Recipient {
  name: string;
  /** How to get to them, if the person said. */
  reach: string | null;
}

/** The choices and what the program says of itself and of the law: all that stands above the signature. */
export interface Terms extends Choices {
  discloser: string;
  revocation: string;
  /** What HIPAA lets them do with it; null where they are none whom it concerns. */
  redisclosure: string | null;
}

/** Which consent it has to be: § 2.31(b) and (d) let notes of counseling and legal matters stand with nothing else. */
export function scopeOf({ information, purpose }: Pick<Choices, 'information' | 'purpose'>): Scope {
  if (information.includes('counseling-notes')) return 'counseling-notes';
  return purpose === 'legal-matter' ? 'legal-proceedings' : 'general';
}

/** Who may be bound by HIPAA, and must be named what it lets them do (§ 2.31(a)(4)(iii)). "Other" may be an insurer. */
export const hearsOfRedisclosure = (kind: RecipientKind): boolean => kind === 'provider' || kind === 'other';
