import * as z from 'zod';
import { rows, serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import { moment } from '#platform/moment.ts';

/** The row that says how the site comes about: when a new one was asked for, and how the last that failed did. */

const row = z.object({ asked_at: moment.nullable(), failed_at: moment.nullable() });

export interface SiteBuilds {
  /** Instants. */
  askedAt: string | null;
  failedAt: string | null;
}

/** As whoever asks may see it. Throws DatabaseUnavailable. */
export async function siteBuilds(database: OnwardDatabase): Promise<SiteBuilds> {
  const answer = await database.from('site_builds').select('asked_at, failed_at').limit(1);
  const [found] = z.array(row).parse(rows(answer));
  return { askedAt: found?.asked_at ?? null, failedAt: found?.failed_at ?? null };
}

/** True for the one who is to ask the host now: nobody else did for so many seconds. Throws DatabaseUnavailable. */
export async function claimBuild(quietSeconds: number): Promise<boolean> {
  return rows(await serviceDatabase().rpc('claim_build', { p_quiet_seconds: quietSeconds }));
}

export type BuildFailure = 'hook-failed' | 'build-failed';

/** Writes down how a build ended; null: well. Throws DatabaseUnavailable. */
export async function endBuild(failure: BuildFailure | null): Promise<void> {
  rows(await serviceDatabase().rpc('end_build', failure === null ? {} : { p_failure: failure }));
}

/**
 * Whether pages built at `builtAt` say something of the organisation that is no longer so at `now` (instants): its
 * settings changed, or its notice is over. Throws DatabaseUnavailable.
 */
export async function settingsAreStale(builtAt: string, now: string): Promise<boolean> {
  const settings = () => serviceDatabase().from('site_settings').select('id');
  const answers = await Promise.all([
    settings().gt('updated_at', builtAt).limit(1),
    settings().gt('notice_until', builtAt).lte('notice_until', now).limit(1),
  ]);
  return answers.some((answer) => rows(answer).length > 0);
}
