import type { RowReport } from './ledger.ts';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
  /** Fields kept as staff wrote them, of which the feed says something new by now. */
  conflicts: { slug: string; name: string; field: string }[];
}

/** How many rows became what. */
export const tally = (rows: RowReport[]) => ({
  kept: rows.filter((row) => row.outcome === 'kept').length,
  repaired: rows.filter((row) => row.outcome === 'repaired').length,
  dropped: rows.filter((row) => row.outcome === 'dropped').length,
});

/** One line for each row, as `12  repaired  Sunrise Group: time “7:00 PM” read as 19:00`. */
export function rowLines(rows: RowReport[]): string[] {
  const width = String(rows.length).length;
  return rows.map(({ row, outcome, name, changes, remarks }) => {
    const said = [...changes, ...remarks].join('; ');
    return `${String(row).padStart(width)}  ${outcome.padEnd(8)}  ${name}${said === '' ? '' : `: ${said}`}`;
  });
}

/** `315 rows: 315 kept (315 of them repaired), 0 dropped.` and, after a real import, what it changed in the list. */
export function summaryLine(rows: RowReport[], meetings: number, counts: ImportCounts | null): string {
  const { kept, repaired, dropped } = tally(rows);
  const read = `${rows.length} rows: ${kept + repaired} kept (${repaired} of them repaired), ${dropped} dropped. ${meetings} meetings`;
  if (counts === null) return `${read} would be listed. Dry run: nothing was changed.`;
  const { added, changed, unchanged, gone } = counts;
  return `${read}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${gone} gone.`;
}

/** What the feed has changed of fields that staff wrote over, or null. */
export function conflictLine({ conflicts }: ImportCounts): string | null {
  if (conflicts.length === 0) return null;
  const fields = conflicts.slice(0, 20).map(({ name, field }) => `${name} (${field.replace(/_/g, ' ')})`);
  const others = conflicts.length > 20 ? ` and ${conflicts.length - 20} more` : '';
  const kept =
    conflicts.length === 1
      ? '1 field kept as staff wrote it although the feed changed it'
      : `${conflicts.length} fields kept as staff wrote them although the feed changed them`;
  return `${kept}: ${fields.join(', ')}${others}.`;
}
