import { readToken } from '#platform/tokens.ts';

/** The sign-up that the link of a person's page opens, or null. */
export function signUpOf(token: string | undefined): string | null {
  const opened = readToken(token ?? '');
  return opened?.purpose === 'sign-up' ? opened.id : null;
}
