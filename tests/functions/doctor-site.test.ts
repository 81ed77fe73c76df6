import type { Context } from '@netlify/functions';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import type { LatePart } from '#platform/late-work.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import { readFileSync } from 'node:fs';
import manage from '../../netlify/functions/rsvps-manage.ts';
import events from '../../netlify/functions/events.ts';
import { functionContext } from '../../local/netlify.ts';
import { checkSite } from '../../local/doctor/site.ts';
import { freePort, serve } from '../../local/node-server.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What `npm run doctor` says of a site that answers, with our functions behind it, broken in one way at a time. */

let stack: TestStack;
let server: Awaited<ReturnType<typeof serve>>;
/** What the host in between makes of an answer. */
let host: (path: string, answer: Response) => Response;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const health = {
  ok: true,
  database: true,
  version,
  builtAt: '2026-11-23T00:00:00.000Z',
  late: [] as string[],
};

beforeAll(async () => {
  stack = await startTestStack();
  const port = await freePort();
  setEnvironment({ SITE_URL: `http://127.0.0.1:${port}` });
  const page = (cacheControl: string, status = 200) =>
    new Response('<p>A page</p>', { status, headers: { ...securityHeaders, 'Cache-Control': cacheControl } });
  const pages: Record<string, () => Response | Promise<Response>> = {
    '/': () => page('public, max-age=0'),
    '/meetings/': () => page('public, max-age=0'),
    '/r/doctor': () => page('private, no-store', 404),
    '/service-worker.js': () => page('no-cache'),
    '/api/health': () => Response.json(health),
  };
  const functions: Record<string, (request: Request, context: Context) => Response | Promise<Response>> = {
    '/api/events': events,
    '/api/rsvps/manage': manage,
  };
  server = await serve(port, 'PORT', async (request, address) => {
    const path = new URL(request.url).pathname;
    const answer =
      (await functions[path]?.(request, functionContext(address))) ??
      (await pages[path]?.()) ??
      page('no-store', 404);
    return host(path, answer);
  });
});
beforeEach(() => {
  host = (_path, answer) => answer;
});
afterAll(async () => {
  await server.close();
  await stack.close();
});

const marked = async () =>
  (await checkSite()).filter(({ mark }) => mark !== 'good').map(({ mark, what }) => `${mark}: ${what}`);

/** The answer of one address as it is, with other headers. */
const withHeaders = (at: string, change: (headers: Headers) => void) => (path: string, answer: Response) => {
  if (path !== at) return answer;
  const headers = new Headers(answer.headers);
  change(headers);
  return new Response(answer.body, { status: answer.status, headers });
};
const told = (changes: Partial<Record<keyof typeof health, unknown>>) => (path: string, answer: Response) =>
  path === '/api/health' ? Response.json({ ...health, ...changes }) : answer;

const late = (part: LatePart) => told({ late: [part] });

test('a site in order is in order', async () => {
  const found = await checkSite();
  expect(found.map(({ mark }) => mark)).toEqual(['good', 'good', 'good', 'good']);
});

test.each<[string, () => typeof host, RegExp]>([
  ['does not reach its database', () => told({ ok: false }), /^bad: The site does not reach its database/],
  ['is another version', () => told({ version: '0.9.0' }), /^look: The site is version 0\.9\.0/],
  ['has no stamp', () => told({ builtAt: null }), /^bad: The site does not know when it was built/],
  ['does not run its schedules', () => late('tasks'), /^bad: Something that runs by the clock stands still/],
  ['sends no mail', () => late('mail'), /^bad: Mail stands still/],
  ['cannot read a list', () => late('lists'), /^bad: A list of meetings could not be read for three days/],
  ['deletes nothing', () => late('purge'), /^bad: What was promised to be deleted was not/],
  ['has a part of a later version', () => told({ late: ['tides'] }), /^bad: “tides” stands still/],
  [
    'answers pages where functions should',
    () => (path, answer) => (path === '/api/health' ? new Response('<p>Hello</p>') : answer),
    /^bad: \/api\/health does not answer as this software does/,
  ],
  ...['/', '/api/events', '/meetings/'].map((at): [string, () => typeof host, RegExp] => [
    `has no policy on ${at}`,
    () => withHeaders(at, (headers) => headers.delete('Content-Security-Policy')),
    /^bad: The answers of (pages|functions|pages made on demand) lack Content-Security-Policy/,
  ]),
  [
    'lacks a page',
    () => (path, answer) => (path === '/meetings/' ? new Response(null, { status: 404 }) : answer),
    /^bad: \/meetings\/ answers 404/,
  ],
  [
    'takes forms from elsewhere',
    () => (path, answer) => (path === '/api/rsvps/manage' ? new Response(null, { status: 422 }) : answer),
    /^bad: A form that another site sends is answered 422, not 403/,
  ],
  [
    'lets personal pages be kept',
    () => withHeaders('/r/doctor', (headers) => headers.set('Cache-Control', 'public, max-age=60')),
    /^bad: Personal pages may be kept by a cache/,
  ],
  [
    'lets personal pages be kept by its CDN',
    () =>
      withHeaders('/r/doctor', (headers) => headers.set('Netlify-CDN-Cache-Control', 'public, s-maxage=60')),
    /^bad: Personal pages may be kept by a cache/,
  ],
  [
    'keeps visitors on an old version',
    () => withHeaders('/service-worker.js', (headers) => headers.set('Cache-Control', 'max-age=600')),
    /^bad: \/service-worker\.js may be kept by a cache/,
  ],
])('a site that %s is told from one in order', async (_what, broken, words) => {
  host = broken();
  const found = await marked();
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(words);
});

test('before the first deploy nothing answers, which is something to look at', async () => {
  const origin = process.env['SITE_URL'] ?? '';
  setEnvironment({ SITE_URL: 'http://127.0.0.1:9' });
  const found = await marked();
  setEnvironment({ SITE_URL: origin });
  expect(found).toEqual(['look: Nothing answers at http://127.0.0.1:9.']);
});
