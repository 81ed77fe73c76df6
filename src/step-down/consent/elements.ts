import type { ConsentLanguage, Recipient, RecipientKind, Terms } from './terms.ts';
import { consentWords, dayInWords } from './words.ts';

/** The elements of 42 CFR 2.31(a), one after another, as they are shown before and after somebody signs. */

export interface Element {
  name: string;
  term: string;
  /** Several only of what may be told. */
  says: string[];
}

/** What the signature adds. */
export interface Signed {
  patientName: string;
  signature: string;
  signedOn: string;
}

/** Who hears of it: "Dr. Kim. A doctor, counselor or other health care provider. Reached at 555". */
function recipientInWords(
  kind: RecipientKind,
  { name, reach }: Recipient,
  language: ConsentLanguage,
): string[] {
  return [name, consentWords[language].recipientKind[kind], ...(reach === null ? [] : [reach])];
}

export function elementsOf(terms: Terms, language: ConsentLanguage, signed?: Signed): Element[] {
  const words = consentWords[language];
  const element = (name: keyof typeof words.elements, says: string[]): Element => ({
    name,
    term: words.elements[name],
    says,
  });
  return [
    ...(signed ? [element('patientName', [signed.patientName])] : []),
    element('discloser', [terms.discloser]),
    element(
      'information',
      terms.information.map((kind) => words.information[kind]),
    ),
    element('recipient', recipientInWords(terms.recipientKind, terms.recipient, language)),
    ...(terms.redisclosure === null ? [] : [element('redisclosure', [terms.redisclosure])]),
    element('purpose', [words.purpose[terms.purpose]]),
    element('revocation', [terms.revocation]),
    element('expiresOn', [dayInWords(terms.expiresOn, language)]),
    ...(signed
      ? [
          element('signature', [signed.signature]),
          element('signedOn', [dayInWords(signed.signedOn, language)]),
        ]
      : []),
  ];
}

const inScope = new Set(['patientName', 'information', 'recipient', 'purpose', 'expiresOn']);

/**
 * The scope of a consent, as what is told on it must carry beside the notice (42 CFR 2.32(b)): about whom, what,
 * to whom, what for, until when. In English, for staff and for who receives it.
 */
export const scopeInWords = (terms: Terms, signed: Signed): Element[] =>
  elementsOf(terms, 'en', signed).filter(({ name }) => inScope.has(name));
