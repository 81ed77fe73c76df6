import * as z from 'zod';
import { languages, resourceKinds, topics } from '../schema.ts';
import type { DeskRow } from './desk-row.ts';
import { standingOf, standingOrder, standings, type Standing } from './standing.ts';
import type { Viewer } from './who.ts';

/** Which part of the list somebody wants to see, as the address says it. What cannot be read is not asked. */

const filter = z.object({
  words: z.string().trim().max(100).catch(''),
  standing: z.enum(standings).nullable().catch(null),
  topic: z.enum(topics).nullable().catch(null),
  kind: z.enum(resourceKinds).nullable().catch(null),
  language: z.enum(languages).nullable().catch(null),
  mine: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DeskFilter = z.infer<typeof filter>;

export const readFilter = (query: URLSearchParams): DeskFilter => filter.parse(Object.fromEntries(query));

/** The address of another page of what a filter shows. */
export function filterAddress(asked: DeskFilter, page: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, page }))
    if (value && !(name === 'page' && value === 1)) query.set(name, value === true ? 'yes' : String(value));
  return query.size > 0 ? `/staff/resources/?${query}` : '/staff/resources/';
}

export const isNarrowed = ({ page: _, ...asked }: DeskFilter): boolean =>
  Object.values(asked).some((value) => !!value);

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function matches(row: DeskRow, asked: DeskFilter, viewer: Viewer): boolean {
  const title = folded(row.title);
  return (
    folded(asked.words)
      .split(/\s+/)
      .every((word) => title.includes(word)) &&
    (asked.topic === null || row.topics.includes(asked.topic)) &&
    (asked.kind === null || row.kind === asked.kind) &&
    (asked.language === null || row.language === asked.language) &&
    (!asked.mine || row.author.id === viewer.id)
  );
}

export interface DeskList {
  /** How many there are of each standing, over all pages. */
  counts: Map<Standing, number>;
  total: number;
  pages: number;
  page: number;
  /** The rows of this page by where they stand, what is to be done next first. */
  groups: { standing: Standing; rows: DeskRow[] }[];
}

export const perPage = 50;

/** One page of the list. `soon` as {@link standingOf} takes it; rows keep their order within a standing. */
export function deskList(all: DeskRow[], asked: DeskFilter, viewer: Viewer, soon: string): DeskList {
  const order = standingOrder(viewer);
  const found = all
    .filter((row) => matches(row, asked, viewer))
    .map((row) => ({ row, standing: standingOf(row, viewer, soon) }))
    .filter(({ standing }) => asked.standing === null || standing === asked.standing);
  const sorted = order.flatMap((standing) => found.filter((one) => one.standing === standing));
  const pages = Math.max(1, Math.ceil(sorted.length / perPage));
  const page = Math.min(asked.page, pages);
  const shown = sorted.slice((page - 1) * perPage, page * perPage);
  return {
    counts: new Map(order.map((one) => [one, found.filter(({ standing }) => standing === one).length])),
    total: sorted.length,
    pages,
    page,
    groups: order
      .map((standing) => ({
        standing,
        rows: shown.filter((one) => one.standing === standing).map(({ row }) => row),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}
