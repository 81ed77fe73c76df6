import { isLanguageKind } from '../kinds.ts';
import type { KindRole } from './wire.ts';

/** Kinds of meeting by their slug (kinds.ts) that the finder offers as something else than a kind. */
const roles = new Map<string, KindRole>([
  ['american-sign-language', 'access'],
  ['fragrance-free', 'access'],
  ['wheelchair-access', 'access'],
  ['wheelchair-accessible-bathroom', 'access'],
  // An open meeting is open to whoever comes; the other is for the people around somebody.
  ['families-and-friends-only', 'open'],
  ['open', 'open'],
  ['proof-of-attendance', 'proof'],
]);

export const kindRole = (slug: string): KindRole | undefined =>
  roles.get(slug) ?? (isLanguageKind(slug) ? 'language' : undefined);
