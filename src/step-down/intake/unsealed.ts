import { decodeProtectedHeader } from 'jose';
import { UnknownSealKey } from '#platform/sealed.ts';

/** Something that was sealed: opened, or why it stays shut. */
export type Unsealed<Value> = { value: Value } | { sealedUnder: string } | { damaged: true };

/**
 * Opens something, and says what is in the way instead of throwing: a record whose key is away, or that was
 * tampered with, still shows everything else.
 */
export async function unsealed<Value>(sealed: string, open: () => Promise<Value>): Promise<Unsealed<Value>> {
  try {
    return { value: await open() };
  } catch (error) {
    if (error instanceof UnknownSealKey) return { sealedUnder: String(decodeProtectedHeader(sealed).kid) };
    return { damaged: true };
  }
}

export const unsealedWords = (shut: { sealedUnder: string } | { damaged: true }): string =>
  'sealedUnder' in shut
    ? `This is sealed under key ${shut.sealedUnder}: ask an admin to put it back.`
    : 'This cannot be opened: what is stored was damaged. Tell an admin.';
