import { systemClock } from '#platform/clock.ts';
import type { Article } from '../article.ts';
import type { Draft } from '../draft.ts';
import { asHtml } from '../markdown.ts';
import { localService, sourceLink } from '../schema.ts';
import { cleaned } from './clean.ts';

/** A draft as its page would show it if it went out now, without what of it is not complete yet. */
export function asArticle(draft: Draft): Article {
  const words = cleaned(draft);
  const now = systemClock().toString();
  return {
    resource: {
      ...words,
      title: words.title || 'Without a title yet',
      services: words.services.flatMap(
        (service) =>
          localService.safeParse(service).data ?? localService.safeParse({ ...service, link: '' }).data ?? [],
      ),
      links: words.links.flatMap((link) => sourceLink.safeParse(link).data ?? []),
      pairId: null,
      publishedAt: now,
      updatedAt: now,
    },
    html: asHtml(words.body),
    other: null,
  };
}
