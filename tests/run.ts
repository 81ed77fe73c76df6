import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm test`: format, types, unused code, and every test, two things at a time where neither waits for the
 * other. Everything runs even when something fails; the last line is the count.
 */

interface Step {
  name: string;
  command: string[];
  /** A vitest project, whose tests count one by one; any other step counts as one. */
  project?: string;
}

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by its whole name. */
  failures: string[];
}

/** What vitest's reporter `json` writes, as far as it is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
}

const root = fileURLToPath(new URL('../', import.meta.url));
const results = join(root, 'test-results');
const tool = (name: string, ...command: string[]): Step => ({ name, command });
const tests = (project: string): Step => ({
  name: `${project} tests`,
  project,
  command: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
});
const report = (project: string) => join(results, `${project}.json`);

// Steps of one list run one after another, the lists of one stage beside each other. `astro check` and the
// build both write .astro and .netlify, so the build, with the browser tests, comes in a later stage.
const stages: Step[][][] = [
  [
    [
      tool(
        'types',
        'node',
        'tests/support/with-database.ts',
        'astro',
        'check',
        '--minimumSeverity',
        'warning',
      ),
    ],
    [
      tool('format', 'prettier', '--check', '--log-level=warn', '.'),
      tool('unused code', 'knip', '--no-progress'),
      tests('functions'),
    ],
  ],
  [
    [tests('browser'), tests('publishing')],
    [tests('unit'), tests('database'), tests('faults'), tests('attacks')],
  ],
];

await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });
const outcomes: Outcome[] = [];
for (const stage of stages) {
  await Promise.all(
    stage.map(async (steps) => {
      for (const step of steps) outcomes.push(await run(step));
    }),
  );
}

const failures = outcomes.flatMap((outcome) => outcome.failures);
if (failures.length > 0) console.log(['Failed:', ...failures].join('\n  '));
const sum = (count: 'passed' | 'failed' | 'skipped') =>
  outcomes.reduce((total, outcome) => total + outcome[count], 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Runs one step, says how it went, and shows what it printed only when it failed. */
async function run(step: Step): Promise<Outcome> {
  const started = performance.now();
  const { code, output } = await execute(step.command);
  const outcome = step.project ? await counted(step.project, code) : tally(code === 0, step.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.failed > 0 ? '✗' : '✓'} ${step.name}: ${said(outcome)}, ${seconds} s`);
  if (outcome.failed > 0) console.log(output.trim().replace(/^/gm, '    '));
  return outcome;
}

function execute([name = '', ...parameters]: string[]): Promise<{ code: number; output: string }> {
  const bin = join(root, 'node_modules/.bin');
  return new Promise((resolve) => {
    const child = spawn(join(bin, name), parameters, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // whatever a tool starts finds this Node first, and not the machine's
      env: {
        ...process.env,
        PATH: [dirname(process.execPath), bin, process.env['PATH']].join(delimiter),
        CI: 'true',
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The counts of a project's tests. One that ended badly without a failed test failed as a whole. */
async function counted(project: string, code: number): Promise<Outcome> {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      await readFile(report(project), 'utf8'),
    ) as Report;
    const failures = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `${relative(root, name)}: ${fullName}`),
    );
    const endedBadly = numFailedTests === 0 && code !== 0;
    return {
      passed: numPassedTests,
      failed: endedBadly ? 1 : numFailedTests,
      skipped: numPendingTests + numTodoTests,
      failures: endedBadly ? [`${project} tests ended badly`] : failures,
    };
  } catch {
    return tally(false, `${project} tests`);
  }
}

function tally(good: boolean, name: string): Outcome {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, failures: good ? [] : [name] };
}

function said({ passed, failed, skipped: left }: Outcome): string {
  return [`${passed} passed`, failed > 0 && `${failed} failed`, left > 0 && `${left} skipped`]
    .filter(Boolean)
    .join(', ');
}
