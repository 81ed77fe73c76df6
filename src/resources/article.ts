import type { ResourceFile } from './files/published.ts';
import type { Language, Resource } from './schema.ts';

/** What {@link import('./ResourceArticle.astro')} shows, from wherever it was read: the build, the database, a draft. */
export interface Article {
  resource: Resource;
  /** Of its body, sanitised. */
  html: string;
  files?: ResourceFile[] | undefined;
  /** The same text in the other language, where there is one. */
  other: { slug: string; language: Language } | null;
}
