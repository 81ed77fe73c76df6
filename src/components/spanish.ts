import { spoken } from '#i18n/spoken.ts';

/** What the components say that several rooms use. */
export const componentsSpeak = spoken({
  'One next step': 'El próximo paso',
  'Chat online': 'Chat en línea',
  'En español: press {key}, or text {word} to {number}.':
    'En español: oprima {key}, o envíe {word} al {number}.',
  'Veterans: press {key}, or text {number}.': 'Veteranos: oprima {key}, o envíe un texto al {number}.',
  'Where this comes from': 'De dónde viene esto',
  ', checked': ', revisado el',
});
