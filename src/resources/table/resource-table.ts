import { safeTable } from '#platform/safe-table.ts';
import type { KeptResource } from '../desk/kept-resource.ts';

/** The columns of a table of resources, in the order in which they stand; the first nine are read back. */
export const resourceHeadings = [
  ...['title', 'summary', 'body', 'kind', 'topics', 'audience', 'language', 'links', 'services', 'review_by'],
  ...['status', 'address'],
] as const;

/** Resources as a table for a spreadsheet: the words that are worked on, links and services as JSON. */
export const resourceTable = (resources: KeptResource[]): string =>
  safeTable([
    [...resourceHeadings],
    ...resources.map(({ words, status, slug }) => [
      ...[
        words.title,
        words.summary,
        words.body,
        words.kind,
        words.topics.join(', '),
        words.audience,
        words.language,
      ],
      words.links.length > 0 ? JSON.stringify(words.links) : '',
      words.services.length > 0 ? JSON.stringify(words.services) : '',
      ...[words.reviewBy ?? '', status, slug ?? ''],
    ]),
  ]);
