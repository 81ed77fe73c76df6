import { publicDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import { noSettings, readSettings, type SiteSettings } from './settings.ts';

/** Every answer asks for the settings, and a second of waiting is too much for a line of text. */
const timeLimit = 1_500;
const keptMilliseconds = 20_000;

let kept: { settings: Promise<SiteSettings | null>; until: number } | null = null;

/**
 * As they stand now, to the third of a minute. A database that does not answer is not waited for: then
 * `fallback` says, what was built, or nothing beside content/site.yml. Never throws.
 */
export async function currentSettings(
  fallback: () => Promise<SiteSettings> | SiteSettings = () => noSettings,
): Promise<SiteSettings> {
  if (!kept || performance.now() > kept.until)
    kept = { settings: ask(), until: performance.now() + keptMilliseconds };
  return (await kept.settings) ?? (await fallback());
}

/** So that who changed them sees the change. Other processes see it when theirs are old. */
export function forgetSettings(): void {
  kept = null;
}

async function ask(): Promise<SiteSettings | null> {
  try {
    return await readSettings(publicDatabase({ timeLimit }));
  } catch (error) {
    log({ event: 'settings-not-read', code: errorCode(error) });
    return null;
  }
}
