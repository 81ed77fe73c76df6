import fc from 'fast-check';

/** How many inputs each endpoint and each form gets: `npm run fuzz` asks for ten thousand. */
export const fuzzRuns = (usual: number) => Number(process.env['FUZZ_RUNS'] ?? usual);

/** The same inputs in every `npm test`, so that a change is what makes it fail; others in every `npm run fuzz`. */
const sameInputs = process.env['FUZZ_RUNS'] === undefined ? { seed: 20_261_123 } : {};

/** For each endpoint and each form. */
const longestMilliseconds = 60_000 * Number(process.env['FUZZ_MINUTES'] ?? 20);

export interface Tally {
  name: string;
  inputs: number;
  statuses: Map<number, number>;
}

/** Tries each input, counts what was answered, and fails with the smallest input that shows a fault. */
export async function tryAll<Input>(
  tally: Tally,
  inputs: fc.Arbitrary<Input>,
  runs: number,
  attempt: (input: Input) => Promise<{ status: number; fault: string | null }>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const { status, fault } = await attempt(input);
      tally.inputs += 1;
      tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
      if (fault !== null) throw new Error(fault);
    }),
    // the table says how many were tried, also where a busy machine came no further
    {
      ...sameInputs,
      numRuns: runs,
      interruptAfterTimeLimit: longestMilliseconds,
      markInterruptAsFailure: false,
    },
  );
}

export const tallied = (tallies: Tally[], name: string): Tally => {
  const tally = { name, inputs: 0, statuses: new Map<number, number>() };
  tallies.push(tally);
  return tally;
};

/** endpoint → inputs → statuses seen. */
export function tableOf(tallies: Tally[]): string {
  const rows = tallies.map(({ name, inputs, statuses }) => {
    const seen = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    return `| ${name} | ${inputs.toLocaleString('en-US')} | ${seen.join(', ')} |`;
  });
  return ['| what | inputs | answers |', '| --- | ---: | --- |', ...rows].join('\n');
}
