import { getEntry } from 'astro:content';
import { languageOf } from '#i18n/language.ts';
import { currentSettings } from './current.ts';
import { phoneHours } from './hours.ts';
import { noSettings, type SiteSettings } from './settings.ts';

/** As they stood at the build. */
export const builtSettings = async (): Promise<SiteSettings> =>
  (await getEntry('settings', 'site'))?.data ?? noSettings;

/** For a page: as they stand now, and on a static one as they stood at the build. */
export const settingsOf = ({ isPrerendered }: { isPrerendered: boolean }): Promise<SiteSettings> =>
  isPrerendered ? builtSettings() : currentSettings(builtSettings);

/** When somebody answers the phone, in the words of the page's language. */
export const hours = async (page: { isPrerendered: boolean; url: URL }): Promise<string> =>
  phoneHours(await settingsOf(page), languageOf(page.url));
