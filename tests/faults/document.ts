import { format } from 'prettier';
import { faults, type Fault } from './faults.ts';

/** docs/reliability.md, from what a run of the tests saw, and back. */

/** What one fault came to, in words made of what was measured. */
export interface Seen {
  /** What a visitor sees. The same in each run. */
  visitor: string;
  /** What is lost. The same in each run. */
  lost: string;
  /** What differs from run to run: counts, and how long it took. */
  figures: string[];
}

export const documentPath = 'docs/reliability.md';
/** The variable that names the folder `npm run reliability` collects in. */
export const collectedIn = 'RELIABILITY_ROWS';

const command = 'npm run reliability';
const names = Object.keys(faults) as Fault[];

export async function asDocument(
  seen: ReadonlyMap<Fault, Seen>,
  run: { day: string; machine: string; took: string },
): Promise<string> {
  const row = (fault: Fault, ...cells: string[]) => `| ${[faults[fault], ...cells].join(' | ')} |`;
  const of = (fault: Fault): Seen => {
    const found = seen.get(fault);
    if (!found) throw new Error(`No test said what it saw of: ${faults[fault]}`);
    return found;
  };
  const text = `# When parts of it fail

Each fault below was made for real by the tests in \`tests/faults/\`: a real PostgreSQL, a real SMTP server, processes that are killed. \`${command}\` makes them all and writes this page; \`npm test\` makes them all and fails when this page says something else than it saw.

A browser shows what an endpoint answers beside the form, with everything that was typed; without JavaScript a page shows the same (\`tests/browser/outage.test.ts\`). Static pages need none of these parts and stay.

| Fault | What a visitor sees | What is lost |
| --- | --- | --- |
${names.map((fault) => row(fault, of(fault).visitor, of(fault).lost)).join('\n')}

## The figures of one run

By \`${command}\` on ${run.day}, ${run.machine}; it took ${run.took}. They differ from run to run.

| Fault | Figures |
| --- | --- |
${names.map((fault) => row(fault, of(fault).figures.join('; '))).join('\n')}
`;
  return format(text, { parser: 'markdown', printWidth: 110 });
}

/** What a document says of each fault it names. */
export function rowsOf(document: string): Map<Fault, Pick<Seen, 'visitor' | 'lost'>> {
  const [first = ''] = document.split('\n## ');
  const cells = first
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    names.flatMap((fault) => {
      const [, , visitor, lost] = cells.find(([, name]) => name === faults[fault]) ?? [];
      return visitor && lost ? [[fault, { visitor, lost }] as const] : [];
    }),
  );
}
