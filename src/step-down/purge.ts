import { rows, serviceDatabase } from '#platform/database.ts';
import type { Site } from '#platform/site.ts';

type Days = Pick<Site['retentionDays'], 'signUps' | 'signUpsByKind' | 'consents'>;

/** Forgets sign-ups and consents so many days after they ended. Returns how many. Throws DatabaseUnavailable. */
export async function purgeStepDown({ signUps, signUpsByKind, consents }: Days) {
  const database = serviceDatabase();
  return {
    signUps: rows(await database.rpc('purge_sign_ups', { p_days: signUps, p_by_kind: signUpsByKind })),
    consents: rows(await database.rpc('purge_consents', { p_days: consents })),
  };
}
