import { createHash } from 'node:crypto';
import type { OnwardDatabase } from '#platform/database.ts';
import { asJson, atTheDesk } from '../desk/outcome.ts';
import type { TableRow } from './read-table.ts';

/** The id of one row of a form: the same form sent twice makes each draft once. */
function idOf(form: string, row: number): string {
  const hash = createHash('sha256').update(`${form} ${row}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** Makes a draft of each row that was kept, as the person who asks, and returns how many. Throws DatabaseUnavailable. */
export async function bringResourcesIn(
  database: OnwardDatabase,
  form: string,
  table: TableRow[],
): Promise<number> {
  let made = 0;
  for (const { row, draft } of table) {
    if (draft === null) continue;
    const { outcome } = await atTheDesk(database, 'create_resource', {
      p_id: idOf(form, row),
      p_draft: asJson(draft),
    });
    if (outcome === 'created' || outcome === 'same') made++;
  }
  return made;
}
