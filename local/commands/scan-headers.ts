import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * `npm run headers:scan -- [address]`: what the HTTP Observatory says of the site's headers. Its package is
 * fetched for the run and goes with it: installed for good it would want a compiler, and its own downloads at
 * every `npm ci`. Without an address it is the preview on this machine, whose answers it gets as they would
 * come over https, after a redirect from http: that half is the host's, and only a scan of a real address sees it.
 */

const observatory = '@mdn/mdn-http-observatory@1.4.8';

interface Outcome {
  name: string;
  passed: boolean;
  result: string;
  points: number;
}

type Scanned = { score: number; grade: string; outcomes: Outcome[] };

interface Analysed {
  pass: boolean;
  result: string;
  constructor: { name: string };
}

async function install(folder: string) {
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  execFileSync('npm', ['install', ...options, observatory], { stdio: ['ignore', 'ignore', 'inherit'] });
  const inside = (path: string) =>
    pathToFileURL(join(folder, 'node_modules', '@mdn/mdn-http-observatory', path)).href;
  // its list of hosts that browsers know to be https only; none of ours is taken for one of them
  writeFileSync(new URL(inside('conf/hsts-preload.json')), '{}');
  const load = async <Module>(path: string) => (await import(inside(path))) as Module;
  return {
    ...(await load<{ ALL_TESTS: ((requests: unknown) => Analysed)[] }>('src/constants.js')),
    ...(await load<{ Requests: new (hostname: string) => Record<string, unknown> }>('src/types.js')),
    ...(await load<{
      getScoreModifier(result: string): number;
      getGradeForScore(score: number): { score: number; grade: string };
    }>('src/grader/grader.js')),
    ...(await load<{ parseHttpEquivHeaders(page: string, base: string): unknown }>('src/retriever/utils.js')),
  };
}

/** Asks once for the page and once as another site's script would, and has the answers judged. */
async function scan(address: string, folder: string): Promise<Scanned> {
  const { ALL_TESTS, Requests, getScoreModifier, getGradeForScore, parseHttpEquivHeaders } =
    await install(folder);
  const [page, preflight] = [
    await fetch(address),
    await fetch(address, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
    }),
  ];
  const text = await page.text();
  const { hostname, pathname } = new URL(address);
  const secure = new URL(`https://${hostname}${pathname}`);
  const seen = ({ status, headers }: Response) => ({
    ...{ status, headers: Object.fromEntries(headers), data: text, verified: true },
    ...{ config: { headers: {} }, request: { headers: {} } },
    httpEquiv: parseHttpEquivHeaders(text, secure.href),
  });
  const auto = seen(page);
  const requests = Object.assign(new Requests(hostname), {
    responses: {
      ...{ auto, http: auto, https: auto, cors: seen(preflight), httpsRedirects: [] },
      httpRedirects: [
        { url: new URL(`http://${hostname}${pathname}`), status: 301 },
        { url: secure, status: 200 },
      ],
    },
    resources: { path: text },
    session: { url: secure, jar: cookiesOf(page) },
  });
  const outcomes = ALL_TESTS.map((judge) => judge(requests)).map(({ pass, result, constructor }) => ({
    ...{ name: constructor.name, passed: pass, result, points: getScoreModifier(result) },
  }));
  return { ...getGradeForScore(100 + outcomes.reduce((sum, { points }) => sum + points, 0)), outcomes };
}

/** A visitor's page sets no cookie; one that did would have to be looked at by a scan of the real address. */
function cookiesOf({ headers }: Response) {
  if (headers.getSetCookie().length > 0) throw new Error('This page sets a cookie');
  return { serializeSync: () => ({ cookies: [] }) };
}

const folder = mkdtempSync(join(tmpdir(), 'onward-observatory-'));
try {
  const address = process.argv[2] ?? `http://localhost:${process.env['PORT'] ?? 4321}/`;
  const { score, grade, outcomes } = await scan(address, folder);
  for (const { name, passed, result, points } of outcomes)
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name}: ${result} (${points})`);
  const failed = outcomes.filter(({ passed }) => !passed).length;
  console.log(`${address}: ${score} points, ${grade}, ${outcomes.length} tests, ${failed} failed`);
  if (failed > 0 || score < 120) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
