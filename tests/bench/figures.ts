/** What a bench finds out, one line of the table: a figure at each size of the list (or number of replies, or callers). */
export interface Figure {
  name: string;
  unit:
    | 'µs'
    | 'ms'
    | 's'
    | 'min'
    | 'times'
    | 'rows/s'
    | 'a second'
    | 'people'
    | 'mails'
    | 'bytes'
    | 'kB'
    | 'MB'
    | '%';
  /** Null where there is nothing to measure yet; `note` says why. */
  at: { meetings: number; value: number | null; runs: number[]; note?: string }[];
  limit?: Limit;
}

/** What the figure should stay under (`most`) or reach (`least`), for all sizes or by size. */
export interface Limit {
  kind: 'most' | 'least';
  value: number | Partial<Record<number, number>>;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export const limitAt = ({ limit }: Figure, meetings: number): number | null =>
  limit === undefined
    ? null
    : typeof limit.value === 'number'
      ? limit.value
      : (limit.value[meetings] ?? null);

export function keeps(figure: Figure, meetings: number, value: number): boolean | null {
  const limit = limitAt(figure, meetings);
  if (limit === null || figure.limit === undefined) return null;
  return figure.limit.kind === 'most' ? value <= limit : value >= limit;
}

/**
 * How a figure grows with the list: the exponent between its first and its last size. 0: it stays as it
 * is, 1: ten times the meetings take ten times as long. Null with one size or none.
 */
export function growth({ at }: Figure): number | null {
  const measured = at.filter((one): one is typeof one & { value: number } => (one.value ?? 0) > 0);
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined || first.meetings === last.meetings) return null;
  return Math.log(last.value / first.value) / Math.log(last.meetings / first.meetings);
}

/** Collects measurements by name, in the order in which they first came. */
export class Figures {
  readonly all: Figure[] = [];
  readonly #onAdd: () => void;

  constructor(onAdd: () => void = () => {}) {
    this.#onAdd = onAdd;
  }

  add(
    figure: Pick<Figure, 'name' | 'unit' | 'limit'>,
    meetings: number,
    runs: number[],
    note?: string,
  ): void {
    let known = this.all.find(({ name }) => name === figure.name);
    if (known === undefined) this.all.push((known = { ...figure, at: [] }));
    const value = runs.length === 0 ? null : median(runs);
    known.at.push({ meetings, value, runs, ...(note !== undefined && { note }) });
    this.#onAdd();
  }
}
