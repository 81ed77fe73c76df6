import type { Audience, Language, ResourceKind } from '../schema.ts';

/** What the form calls things. */

export const kindsInWords: Record<ResourceKind, string> = {
  announcement: 'Announcement',
  guide: 'Guide',
  services: 'List of services',
  worksheet: 'Worksheet',
};

export const kindHints: Record<ResourceKind, string> = {
  announcement: 'Something is new, or changes. Short.',
  guide: 'How to do something, step by step.',
  services: 'Places nearby, with hours, cost and phone.',
  worksheet: 'Questions to think through and fill in.',
};

export const languagesInWords: Record<Language, string> = { en: 'English', es: 'Spanish' };

export const audiencesInWords: Record<Audience, string> = {
  everyone: 'Everyone',
  'first-weeks': 'People in their first weeks at home',
  alumni: 'Alumni',
  families: 'Families',
};
