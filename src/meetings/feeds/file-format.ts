import type { FeedFormat } from '../schema.ts';

/** What a file is, by how it begins: a list may be fetched in one format and brought as a table once. */
export function formatOf(text: string, usual: FeedFormat): FeedFormat {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return 'csv';
  if (usual !== 'csv') return usual;
  return /"(?:id_bigint|weekday_tinyint|root_server_uri)"/.test(text.slice(0, 20_000))
    ? 'bmlt'
    : 'meeting-guide';
}
