/** The words on a coping card: field name to what was written. Kept as one text in this browser's storage. */
export type Card = Record<string, string>;

const cardFields = [
  ...['reason-1', 'reason-2', 'reason-3'],
  ...['person-1', 'phone-1', 'person-2', 'phone-2', 'person-3', 'phone-3'],
  ...['action-1', 'action-2', 'action-3'],
] as const;

const longest = 200;

/** Takes what it knows from a kept or imported text and drops the rest; undefined when the text is no card. */
export function readCard(text: string | null): Card | undefined {
  if (!text) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).flatMap(([name, words]) =>
    cardFields.some((field) => field === name) && typeof words === 'string' && words.trim() !== ''
      ? [[name, words.slice(0, longest)] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

/** `tel:` address of a number as somebody typed it; undefined when it is too short to be one. */
export function callAddress(typed: string): string | undefined {
  const number = typed.replace(/[^\d+]/g, '');
  return number.replace('+', '').length >= 3 ? `tel:${number}` : undefined;
}
