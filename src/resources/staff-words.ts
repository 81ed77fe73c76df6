import type { Audience, Language, ResourceKind, Topic } from './schema.ts';
import { resourceWords } from './words.ts';

/** What staff call the kinds, languages, readers and topics of a resource. */

export const kindLabels: Record<ResourceKind, string> = {
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

export const languageLabels: Record<Language, string> = { en: 'English', es: 'Spanish' };

export const audienceLabels: Record<Audience, string> = {
  everyone: 'Everyone',
  'first-weeks': 'People in their first weeks at home',
  alumni: 'Alumni',
  families: 'Families',
};

export const topicLabels: Record<Topic, string> = resourceWords.en.topic;

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'es' : 'en');
