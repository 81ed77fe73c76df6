import type { KeptResource } from './kept-resource.ts';
import type { Viewer } from './who.ts';

/** Who wrote the words and whether anybody else has read them, said as it is. */
export function secondLookWords(
  { author, changed, review, reviewFrom }: Pick<KeptResource, 'author' | 'changed' | 'review' | 'reviewFrom'>,
  viewer: Viewer,
): string {
  const asks = review === 'asked' ? ` ${reviewFrom ?? 'Somebody'} asks for a second look.` : '';
  const own = author.id === viewer.id;
  const last = changed.by !== null && changed.by === viewer.name;
  if (own && (last || changed.by === null)) return `You wrote this yourself: nobody else has read it.${asks}`;
  if (own) return `You began this, and ${changed.by} changed it last.${asks}`;
  const by = author.name ?? 'Somebody who is not here any more';
  if (last && !asks) return `${by} wrote this, and you changed it last: nobody else has read your changes.`;
  return `${by} wrote this.${asks} You read it before it goes out: that is the second look.`;
}
