import { localeOf } from '#i18n/language.ts';
import type { ConsentLanguage, InformationKind, Purpose, RecipientKind, Scope } from './terms.ts';

/** The elements of a consent in plain words, in the language it is signed in. Pure. */

interface ConsentWords {
  recipientKind: Record<RecipientKind, string>;
  information: Record<InformationKind, string>;
  purpose: Record<Purpose, string>;
  elements: {
    patientName: string;
    discloser: string;
    information: string;
    recipient: string;
    redisclosure: string;
    purpose: string;
    revocation: string;
    expiresOn: string;
    signature: string;
    signedOn: string;
  };
}

const en: ConsentWords = {
  recipientKind: {
    provider: 'A doctor, counselor or other health care provider',
    family: 'Somebody in my family, or a friend',
    employer: 'My employer',
    school: 'My school',
    court: 'A court, or a probation or parole officer',
    other: 'Somebody else',
  },
  information: {
    'that-i-took-part': 'That I asked for help here, or took part',
    dates: 'When I started and when I finished',
    'level-of-care': 'Which program or group I am or was in',
    attendance: 'How often I came',
    progress: 'How I am doing, in a short summary',
    'aftercare-plan': 'My plan for the time after',
    'counseling-notes': 'The notes of my counseling sessions',
  },
  purpose: {
    'my-care': 'For my care',
    'support-at-home': 'So that they can support me at home',
    'work-or-school': 'For my work or my school',
    'legal-matter': 'For a court case or other legal matter',
    'at-my-request': 'Because I ask for it',
  },
  elements: {
    patientName: 'Whose records',
    discloser: 'Who may tell',
    information: 'What may be told',
    recipient: 'To whom',
    redisclosure: 'If they give or pay for health care',
    purpose: 'What for',
    revocation: 'How to end it',
    expiresOn: 'Last day it stands',
    signature: 'Signature, as typed',
    signedOn: 'Signed on',
  },
};

const es: ConsentWords = {
  recipientKind: {
    provider: 'Un médico, consejero u otro proveedor de salud',
    family: 'Alguien de mi familia o una amistad',
    employer: 'Mi empleador',
    school: 'Mi escuela',
    court: 'Un tribunal o un oficial de libertad condicional',
    other: 'Otra persona',
  },
  information: {
    'that-i-took-part': 'Que pedí ayuda aquí o participé',
    dates: 'Cuándo empecé y cuándo terminé',
    'level-of-care': 'En qué programa o grupo estoy o estuve',
    attendance: 'Con qué frecuencia vine',
    progress: 'Cómo me va, en un resumen corto',
    'aftercare-plan': 'Mi plan para después',
    'counseling-notes': 'Las notas de mis sesiones de consejería',
  },
  purpose: {
    'my-care': 'Para mi atención',
    'support-at-home': 'Para que me apoyen en casa',
    'work-or-school': 'Para mi trabajo o mi escuela',
    'legal-matter': 'Para un caso judicial u otro asunto legal',
    'at-my-request': 'Porque yo lo pido',
  },
  elements: {
    patientName: 'De quién son los registros',
    discloser: 'Quién puede informar',
    information: 'Qué puede decir',
    recipient: 'A quién',
    redisclosure: 'Si da o paga atención de salud',
    purpose: 'Para qué',
    revocation: 'Cómo terminarlo',
    expiresOn: 'Último día en que vale',
    signature: 'Firma, como se escribió',
    signedOn: 'Firmado el',
  },
};

export const consentWords: Record<ConsentLanguage, ConsentWords> = { en, es };

/** "November 22, 2026" from 2026-11-22. */
export function dayInWords(day: string, language: ConsentLanguage): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
}

/** For staff, who read English: which of the three a consent is. */
export const scopeWords: Record<Scope, string> = {
  general: 'General',
  'legal-proceedings': 'Legal matter',
  'counseling-notes': 'Counseling notes',
};
