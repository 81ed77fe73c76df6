import { inLanguage, type Language } from '#i18n/language.ts';
import { siteUrl } from '#platform/environment.ts';
import { issueToken } from '#platform/tokens.ts';

/** The address of one person's page. */
export const managePath = (id: string) => `/r/${issueToken('sign-up', id)}`;
export const manageUrl = (id: string, language: Language) => siteUrl() + inLanguage(managePath(id), language);

/** Where we ask how things are, and where one press ends that. */
export const checkInUrl = (id: string, language: Language) =>
  siteUrl() + inLanguage(`/r/check-in/${issueToken('sign-up', id)}`, language);
export const stopUrl = (id: string, language: Language) =>
  siteUrl() + inLanguage(`/r/check-in/stop/${issueToken('sign-up', id)}`, language);
