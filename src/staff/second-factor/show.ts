import { takeRateLimits } from '#platform/rate-limit.ts';
import { site } from '#platform/site.ts';
import type { StaffMember } from '../member.ts';
import { beginFactor, factorGuesses, factorsOf, showFactor } from './factor.ts';
import type { FactorAsked } from './factor-form.ts';

/** What became of a press on the page of the second factor. */
export type FactorAnswer =
  | { outcome: 'shown' | 'wrong' | 'begin-again' | 'not-made' }
  | { outcome: 'wait'; seconds: number }
  | { outcome: 'begun'; id: string; secret: string };

/** Throws DatabaseUnavailable. */
export async function actOnFactor(staff: StaffMember, asked: FactorAsked): Promise<FactorAnswer> {
  const { database, id } = staff;
  const factors = await factorsOf(database);
  const own = factors.find(({ verified }) => verified);
  if (asked.action === 'begin') {
    // somebody who has one shows that one, and makes no other with the mailed code alone
    if (own) return { outcome: 'begin-again' };
    const begun = await beginFactor(database, site().neutralName);
    return begun ? { outcome: 'begun', ...begun } : { outcome: 'not-made' };
  }
  const shown = own ?? factors.find((factor) => factor.id === asked.begun);
  if (!shown) return { outcome: 'begin-again' };
  const seconds = await takeRateLimits(factorGuesses, id);
  if (seconds > 0) return { outcome: 'wait', seconds };
  return { outcome: (await showFactor(database, shown.id, asked.code)) ? 'shown' : 'wrong' };
}
