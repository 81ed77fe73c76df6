/** What a person is told when we cannot offer what they asked for, to be changed as it suits. */
const replies = {
  en:
    'Thank you for writing to us. We cannot offer you this right now. That is about our places and what this ' +
    'program can do, and not about you. There may be other ways that fit, and you can write or call again ' +
    'whenever you like.',
  es:
    'Gracias por escribirnos. En este momento no podemos ofrecerle esto. Es por nuestros lugares y por lo que ' +
    'este programa puede hacer, y no por usted. Puede haber otras opciones que le sirvan, y puede escribirnos o ' +
    'llamarnos otra vez cuando quiera.',
};

export const defaultReply = (language: 'en' | 'es'): string => replies[language];
