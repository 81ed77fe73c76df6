export type RowOutcome = 'kept' | 'repaired' | 'dropped';

/** What became of one row of a feed. `row` counts from 1; `meetings` are the slugs it was listed under. */
export interface RowReport {
  row: number;
  name: string;
  outcome: RowOutcome;
  /** What was repaired, or why the row was dropped. */
  changes: string[];
  /** Things a reader of the report may want to know; the row is kept as it was. */
  remarks: string[];
  meetings: string[];
}

/** Takes down, while one row is read, what had to be done to it. */
export class Ledger {
  readonly changes: string[] = [];
  readonly remarks: string[] = [];

  repaired(what: string): void {
    if (!this.changes.includes(what)) this.changes.push(what);
  }

  remarked(what: string): void {
    if (!this.remarks.includes(what)) this.remarks.push(what);
  }
}

/** A value of a feed as the report quotes it: short, on one line. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value.slice(0, 400) : asJson(value);
  const line = text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
}

// A value nested a million deep overflows the stack of whatever walks it.
function asJson(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 400);
  } catch {
    return typeof value;
  }
}
