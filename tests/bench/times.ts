/** How long each call takes, in microseconds, so many of them at once. */
export async function microseconds(
  count: number,
  atOnce: number,
  work: (number: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const caller = async () => {
    while (next < count) {
      const number = next++;
      const started = performance.now();
      await work(number);
      times.push((performance.now() - started) * 1000);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return times;
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const percentiles = [
  ['p50', 0.5],
  ['p90', 0.9],
  ['p99', 0.99],
] as const;
