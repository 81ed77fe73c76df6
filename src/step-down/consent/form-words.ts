import type { ConsentLanguage } from './terms.ts';

/** What the pages of a consent say around its elements, in the language it is signed in. Pure. */

const en = {
  heading: 'Let us speak with somebody else',
  lead: 'Nothing here depends on it. Say who, what and until when; then you read it all once more before you sign.',
  who: 'Who may we speak with?',
  whoHint: 'One consent is for one person or office. You can sign another after it.',
  name: 'Their name',
  nameHint: 'A person, or an office: for example Dr. Kim, or Alder Springs Family Health.',
  reach: 'How do we reach them?',
  reachHint: 'A phone number or an address. You can also tell us later.',
  what: 'What may we tell them?',
  whatHint: 'Select only what they need. We tell nothing else.',
  notesHint: 'These need a consent of their own. Select nothing else with them.',
  purpose: 'What is it for?',
  legalHint: 'This needs a consent of its own, which you read before you sign.',
  until: 'Until when?',
  untilHint: 'After that day we tell nothing more. You can end it sooner at any time.',
  days: (days: number, day: string) => `For ${days} days, until ${day}`,
  ownDate: 'Until a day I choose',
  untilDate: 'The day you choose',
  untilDateHint: 'Only if you selected that. A year from today at the latest.',
  next: 'Continue',
  below: 'What you are about to sign',
  change: 'Change what you chose',
  sign: 'Sign',
  signHint: (day: string) => `Today is ${day}. It is the date of your signature.`,
  patientName: 'Your full name',
  patientNameHint: 'The name in your records, so that we know whose they are.',
  signature: 'Your signature',
  signatureHint: 'Type your full name once more. It counts as your signature.',
  accept: 'Accept and sign',
};

export type FormWords = typeof en;

const es: FormWords = {
  heading: 'Permítanos hablar con otra persona',
  lead: 'Nada de aquí depende de ello. Diga con quién, qué y hasta cuándo; antes de firmar lo lee todo otra vez.',
  who: '¿Con quién podemos hablar?',
  whoHint: 'Un permiso es para una persona u oficina. Después puede firmar otro.',
  name: 'Su nombre',
  nameHint: 'Una persona o una oficina: por ejemplo Dra. Kim, o Alder Springs Family Health.',
  reach: '¿Cómo la encontramos?',
  reachHint: 'Un teléfono o una dirección. También puede decirlo después.',
  what: '¿Qué podemos decirle?',
  whatHint: 'Elija solo lo que necesita. No decimos nada más.',
  notesHint: 'Necesitan un permiso aparte. No elija nada más con ellas.',
  purpose: '¿Para qué es?',
  legalHint: 'Necesita un permiso aparte, que usted lee antes de firmar.',
  until: '¿Hasta cuándo?',
  untilHint: 'Después de ese día no decimos nada más. Puede terminarlo antes cuando quiera.',
  days: (days, day) => `Por ${days} días, hasta el ${day}`,
  ownDate: 'Hasta un día que yo elijo',
  untilDate: 'El día que elige',
  untilDateHint: 'Solo si eligió eso. A más tardar un año desde hoy.',
  next: 'Continuar',
  below: 'Lo que va a firmar',
  change: 'Cambiar lo que eligió',
  sign: 'Firmar',
  signHint: (day) => `Hoy es ${day}. Es la fecha de su firma.`,
  patientName: 'Su nombre completo',
  patientNameHint: 'El nombre que está en sus registros, para saber de quién son.',
  signature: 'Su firma',
  signatureHint: 'Escriba su nombre completo otra vez. Vale como su firma.',
  accept: 'Aceptar y firmar',
};

export const formWords: Record<ConsentLanguage, FormWords> = { en, es };

const copyEn = {
  signed: 'It is signed. This page is your copy.',
  copy: 'Your copy',
  stands: (day: string) => `This consent stands until ${day}, or until you end it.`,
  revoked: (day: string) => `You ended this consent on ${day}. From then on we tell nothing more.`,
  ended: (day: string) => `This consent ended: its last day was ${day}. We tell nothing more.`,
  keep: 'Print this page, or keep its address. Whoever has the address can open it.',
  print: 'Print your copy',
  end: 'End it',
  endHint:
    'From now on we tell nothing more. What we told before, because you had agreed, stays told. Opening this page alone ends nothing.',
  endButton: 'End this consent',
  check: (version: string) => `Text ${version}. Checksum (SHA-256) of its words:`,
};

export type CopyWords = typeof copyEn;

const copyEs: CopyWords = {
  signed: 'Está firmado. Esta página es su copia.',
  copy: 'Su copia',
  stands: (day) => `Este permiso vale hasta el ${day}, o hasta que usted lo termine.`,
  revoked: (day) => `Usted terminó este permiso el ${day}. Desde entonces no decimos nada más.`,
  ended: (day) => `Este permiso terminó: su último día fue el ${day}. No decimos nada más.`,
  keep: 'Imprima esta página o guarde su dirección. Quien tiene la dirección puede abrirla.',
  print: 'Imprimir su copia',
  end: 'Terminarlo',
  endHint:
    'Desde ahora no decimos nada más. Lo que ya dijimos porque usted lo permitió, dicho queda. Solo abrir esta página no termina nada.',
  endButton: 'Terminar este permiso',
  check: (version) => `Texto ${version}. Suma de control (SHA-256) de sus palabras:`,
};

export const copyWords: Record<ConsentLanguage, CopyWords> = { en: copyEn, es: copyEs };
