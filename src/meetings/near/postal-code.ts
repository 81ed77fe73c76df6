/** `80202` as 80202; anything else is 0, no code. */
export const codeNumber = (code: string): number => (/^\d{5}$/.test(code) ? Number(code) : 0);

/** The ZIP of a number; empty for 0. */
export const codeText = (number: number): string => (number === 0 ? '' : String(number).padStart(5, '0'));

/** What of a typed text is the beginning of a ZIP: of `80202-1234` the first five, of `802` all; null for anything else. */
export function typedCode(typed: string): string | null {
  const zip = /^(\d{1,5})$|^(\d{5})(?:[ -]\d{0,4}|\d{4})$/.exec(typed.trim());
  return zip?.[1] ?? zip?.[2] ?? null;
}
