import type { PostgrestError } from '@supabase/postgrest-js';
import { rows } from './database.ts';

/** As many rows as one request of a hosted database gives at the most. */
export const pageSize = 1000;

interface Page<Row> {
  data: Row[] | null;
  error: PostgrestError | null;
  status: number;
}

/**
 * Every row of a question, page after page. `ask` takes the first and the last place of a page, and asks in an order
 * in which no two rows are alike. Throws DatabaseUnavailable.
 */
export async function everyRow<Row>(
  ask: (from: number, to: number) => PromiseLike<Page<Row>>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const page = rows(await ask(all.length, all.length + pageSize - 1));
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
