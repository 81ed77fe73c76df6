/** US ZIP codes and the first three letters of Canadian ones, as text and as numbers that sort alike. */

const canadian = 100_000;
const letter = (text: string, index: number): number => text.charCodeAt(index) - 65;

/** `80202` as 80202, `T5J` as a number past all ZIPs; anything else is 0, no code. */
export function codeNumber(code: string): number {
  if (/^\d{5}$/.test(code)) return Number(code);
  if (!/^[A-Z]\d[A-Z]$/.test(code)) return 0;
  return canadian + (letter(code, 0) * 10 + Number(code[1])) * 26 + letter(code, 2);
}

/** The code of a number; empty for 0. */
export function codeText(number: number): string {
  if (number === 0) return '';
  if (number < canadian) return String(number).padStart(5, '0');
  const rest = number - canadian;
  const middle = Math.floor(rest / 26);
  return `${String.fromCharCode(65 + Math.floor(middle / 10))}${middle % 10}${String.fromCharCode(65 + (rest % 26))}`;
}

/**
 * What of a typed text is the beginning of a postal code: of `80202-1234` the first five, of `t5j 2r4` the
 * first three, of `802` all; null for anything else.
 */
export function typedCode(typed: string): string | null {
  const text = typed.trim().toUpperCase();
  const zip = /^(\d{1,5})$|^(\d{5})(?:[ -]\d{0,4}|\d{4})$/.exec(text);
  if (zip) return zip[1] ?? zip[2] ?? null;
  const postal = /^([A-Z]\d(?:[A-Z])?)(?:[ -]?(?:\d(?:[A-Z]\d?)?)?)?$/.exec(text);
  return postal?.[1] ?? null;
}
