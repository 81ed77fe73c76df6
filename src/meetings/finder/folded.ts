const plain = /^[\0-\x7f]*$/;

/** Text as it is compared: without case and without accents, so that “espanol” finds “español”. */
export const folded = (text: string): string =>
  plain.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
