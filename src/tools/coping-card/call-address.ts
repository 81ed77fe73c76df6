/** `tel:` address of a number as somebody typed it; undefined when it is too short to be one. */
export function callAddress(typed: string): string | undefined {
  const number = typed.replace(/[^\d+]/g, '');
  return number.replace('+', '').length >= 3 ? `tel:${number}` : undefined;
}
