import type { Audience, Language, ResourceKind } from '../schema.ts';

/** What staff call the kinds, languages and readers of a resource. */

export const kindLabels: Record<ResourceKind, string> = {
  announcement: 'Announcement',
  guide: 'Guide',
  services: 'List of services',
  worksheet: 'Worksheet',
};

export const languageLabels: Record<Language, string> = { en: 'English', es: 'Spanish' };

export const audienceLabels: Record<Audience, string> = {
  everyone: 'Everyone',
  'first-weeks': 'People in their first weeks',
  alumni: 'Alumni',
  families: 'Families',
};

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'es' : 'en');
