import type { Config, Context } from '@netlify/functions';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { manageRequest, rsvpRequest } from '#events/schema.ts';
import { reportRequest } from '#meetings/reports/schema.ts';
import { getEndpoint, type FunctionHandler } from '#platform/endpoint.ts';
import { json } from '#platform/problem.ts';
import { signUpRequest } from '#step-down/schema.ts';
import { faultWithin } from '../support/fuzz/answers.ts';
import { valueOf, type Known } from '../support/fuzz/from-schema.ts';
import { fuzzRuns, tableOf, tallied, tryAll, type Tally } from '../support/fuzz/runs.ts';
import { asJson, nearly, queryOf, raw, type Sent } from '../support/fuzz/sent.ts';
import { badRows, type Query } from '../support/fuzz/stored.ts';
import { trapText } from '../support/fuzz/traps.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/**
 * Every function with everything that can be sent to it, 100 inputs each; `npm run fuzz` tries 10,000 of them. No answer is a failure of ours or shows
 * the inside, and nothing is stored that the door would not let through.
 */

const runs = fuzzRuns(100);
const folder = new URL('../../netlify/functions/', import.meta.url);
const planted = 'Wilhelmina Plantedname';

interface Posts {
  schema: Parameters<typeof valueOf>[0];
  /** What is true of its fields beside what is true of all. */
  known?: Known;
}
/** `params` and `query` with values that mean something. One that has neither reads nothing that can be tried much. */
interface Gets {
  params?: Record<string, readonly string[]>;
  query?: Record<string, readonly string[]>;
}

const emails = Array.from({ length: 40 }, (_, at) => `fuzz-${at}@example.org`);
const phones = ['(303) 555-0123', '+49 170 1234567', '303.555.0199'];
const contact = { value: [...emails, ...phones] };

/** How each function is reached. One that is not here fails the test below. */
const posts: Record<string, Posts> = {
  rsvps: { schema: rsvpRequest, known: { phone: [undefined, undefined, undefined, ...phones] } },
  'rsvps-manage': { schema: manageRequest },
  'meetings-reports': { schema: reportRequest, known: { contact: [...emails, ...phones] } },
  'step-down-sign-ups': { schema: signUpRequest },
};
const gets: Record<string, Gets> = {
  events: {},
  files: { params: { id: ['00000000-0000-4000-8000-000000000000'], name: ['map.pdf'] } },
  health: {},
  'map-outline': {},
  'map-tiles': { params: { z: ['3'], x: ['1'], y: ['2'] }, query: { v: ['1'] } },
  meetings: {},
  'meetings-calendar': { query: { slug: ['a', 'b'], titles: ['real', 'neutral'], language: ['es', 'en'] } },
  'meetings-feed': {},
  'meetings-next': {},
  'meetings-places': {},
  'meetings-words': {},
  resources: {},
  'rsvps-challenge': {},
  'step-down': {},
};
const scheduled = [
  ...[
    'deliver-mail',
    'event-tasks',
    'extend-series',
    'look-after',
    'publish-due',
    'purge-expired',
    'step-down-tasks',
    'sync-meetings',
  ],
];
/** Run by the host when a build ends, at no address. */
const toldByHost = ['deploys'];

interface FunctionModule {
  default: FunctionHandler;
  config?: Config;
}
const load = async (name: string) => (await import(new URL(`${name}.ts`, folder).href)) as FunctionModule;
const pathOf = (config: Config | undefined) => (config && 'path' in config ? String(config.path) : null);

test('every function is here, as what its configuration says', async () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
  const here = [...Object.keys(posts), ...Object.keys(gets), ...scheduled, ...toldByHost];
  expect(here.sort()).toEqual(files.sort());
  for (const name of [...Object.keys(posts), ...Object.keys(gets)])
    expect(pathOf((await load(name)).config), name).not.toBeNull();
  for (const name of scheduled) {
    expect(pathOf((await load(name)).config), name).toBeNull();
    expect((await load(name)).config, name).toHaveProperty('schedule');
  }
});

let stack: TestStack;
let query: Query;
let known: Known;
const tallies: Tally[] = [];
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  query = stack.database.query;
  known = await trueValues();
});
afterAll(async () => {
  process.stdout.write(`\n${tableOf(tallies)}\n\n`);
  await stack.close();
});
// what fails at our own doing is in the log; here it would only hide the table
beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));

let askers = 0;
const behind: Promise<unknown>[] = [];
/** Each from an address of its own, so that no limit stands before what is tried. */
const context = (params: Record<string, string> = {}) => {
  askers += 1;
  const ip = `2001:db8::${(askers >> 16).toString(16)}:${(askers & 0xffff).toString(16)}`;
  return {
    ip,
    params,
    requestId: 'fuzz',
    waitUntil: (work: Promise<unknown>) => void behind.push(work.catch(() => {})),
  } as unknown as Context;
};

const request = (path: string, { body, headers }: Sent, method = 'POST') =>
  new Request(new URL(path, stack.origin), { method, headers, ...(body !== undefined && { body }) });

async function answered(handler: FunctionHandler, asked: Request, params?: Record<string, string>) {
  const answer = await faultWithin(handler(asked, context(params)));
  await Promise.all(behind.splice(0));
  return answer;
}

/** Slugs that are there, links that open something, and contacts as people have them. */
async function trueValues(): Promise<Known> {
  const column = async (sql: string) => (await query<{ one: string }>(sql)).map(({ one }) => one);
  // answers of everybody to one evening count together (decision 011): here they have many evenings
  const events = await column(
    `select slug as one from public.events where status = 'published' and starts_at > now() limit 60`,
  );
  return {
    ...contact,
    ...{
      email: emails,
      phone: phones,
      event: [...events, ...events, 'nowhere'],
      dates: [undefined, ['all'], events.slice(0, 2)],
    },
    ...{
      name: [planted, 'Ana'],
      nameToUse: [planted],
      partySize: [1, 2, 4],
      children: [undefined, 0],
      agreeToConduct: [true],
    },
    ...{
      openFor: [undefined, 9000],
      answers: [undefined, { nights: 'Both' }],
      idempotencyKey: [undefined, 'the-same-key', crypto.randomUUID()],
    },
    slug: await column('select slug as one from public.meetings limit 20'),
    program: await column('select slug as one from public.programs'),
    cohort: [undefined, ...(await column('select slug as one from public.cohorts'))],
    sessions: [undefined, await column('select id::text as one from public.event_sessions limit 2')],
    ...{
      timeZone: ['America/Denver'],
      startTime: ['19:00'],
      endTime: ['20:00', null],
      fellowship: ['aa', undefined],
    },
    ...{ joinUrl: ['https://example.org/a'], joinPhone: ['+13035550123,,123#'], types: [['open'], []] },
  };
}

describe('what is posted', () => {
  for (const [name, { schema, known: own }] of Object.entries(posts)) {
    test(`${name}: from its schema, and not at all`, async () => {
      const { default: handler, config } = await load(name);
      const path = pathOf(config) ?? '';
      const token = name === 'rsvps-manage' ? await ownLinks() : [];
      const fromSchema = asJson(nearly(valueOf(schema, { ...known, ...own, token })));
      // what staff have not read yet is counted: they read now and then
      let since = 0;
      const attempt = async (sent: Sent) => {
        since += 1;
        if (since % 500 === 0) await emptyQueues();
        return answered(handler, request(path, sent));
      };
      await tryAll(tallied(tallies, `POST ${path}`), fromSchema, runs, attempt);
      await tryAll(tallied(tallies, `POST ${path}, raw bytes`), raw, runs, attempt);
      expect(await badRows(query, { planted: [planted] })).toEqual([]);
    }, 1_500_000);
  }

  test('with other methods', async () => {
    const methods = fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'x');
    for (const name of Object.keys(posts)) {
      const { default: handler, config } = await load(name);
      const path = pathOf(config) ?? '';
      await tryAll(tallied(tallies, `other methods ${path}`), methods, 8, async (method) => {
        const { status, fault } = await answered(
          handler,
          request(path, { body: undefined, headers: {} }, method),
        );
        return { status, fault: fault ?? (status === 405 ? null : `${method} is answered with ${status}`) };
      });
    }
  });
});

/** Links of people who answered, to change what they said. */
async function ownLinks(): Promise<string[]> {
  const { issueToken } = await import('#platform/tokens.ts');
  const rows = await query<{ id: string }>(
    'select id::text from public.rsvps order by created_at desc limit 60',
  );
  const forged = issueToken('rsvp', crypto.randomUUID());
  return [
    ...rows.map(({ id }) => issueToken('rsvp', id)),
    issueToken('sign-up', crypto.randomUUID()),
    forged,
    `${forged}x`,
  ];
}

async function emptyQueues() {
  expect(await badRows(query, { planted: [planted] })).toEqual([]);
  await query('delete from public.meeting_reports');
  await query('delete from public.rate_limits');
}

test.each([
  ['a control character', { notes: 'a\u0000b' }],
  ['half a letter', { notes: 'a\ud800' }],
  [
    'more than the database keeps',
    { notes: 'x'.repeat(4000), types: Array.from({ length: 60 }, (_, at) => `t${at}-${'x'.repeat(190)}`) },
  ],
])('a proposal with %s is refused in words', async (_what, proposed) => {
  const { default: handler } = await load('meetings-reports');
  const sent = {
    body: JSON.stringify({ kind: 'new', name: 'Ana', proposed }),
    headers: { 'Content-Type': 'application/json' },
  };
  expect(await answered(handler, request('/api/meetings/reports', sent))).toEqual({
    status: 422,
    fault: null,
  });
});

describe('what is read', () => {
  const headers = fc.dictionary(
    fc.constantFrom(
      'If-None-Match',
      'If-Modified-Since',
      'Range',
      'Accept',
      'Accept-Language',
      'Accept-Encoding',
      'Cookie',
      'X-Forwarded-Host',
    ),
    fc.oneof(
      fc.constantFrom('*', '""', 'W/"x"', 'bytes=0-', 'bytes=-1', 'bytes=9-1,0-0', 'es', ';;;q=9'),
      fc.stringMatching(/^[\x21-\x7e]{0,300}$/),
    ),
    { maxKeys: 3 },
  );
  for (const [name, { params = {}, query: read = {} }] of Object.entries(gets)) {
    test(`${name}: with whatever stands in its address and its headers`, async () => {
      const { default: handler, config } = await load(name);
      const path = pathOf(config) ?? '';
      const given = fc.record(
        Object.fromEntries(
          Object.entries(params).map(([one, right]) => [one, fc.oneof(fc.constantFrom(...right), trapText)]),
        ),
      );
      const asked = fc.tuple(
        queryOf(read),
        headers,
        given,
        fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST'),
      );
      const tries = Object.keys({ ...params, ...read }).length > 0 ? runs : Math.ceil(runs / 10);
      await tryAll(tallied(tallies, `GET ${path}`), asked, tries, ([search, more, parameters, method]) => {
        const address = `${path.replace(/:(\w+)/g, (_, one: string) => encodeURIComponent((parameters[one] ?? '').toWellFormed()))}${search}`;
        return answered(handler, request(address, { body: undefined, headers: more }, method), parameters);
      });
    }, 1_500_000);
  }
});

describe('what runs by the clock', () => {
  test.each(scheduled)('%s reads nothing of its request but the address', async (name) => {
    if (name === 'sync-meetings') await query('delete from public.meeting_sources');
    const closed = new Proxy({} as Request, {
      get: (_, key) => {
        if (key === 'url') return `${stack.origin}/.netlify/functions/${name}`;
        throw new Error(`${name} reads ${String(key)}`);
      },
    });
    const { default: handler } = await load(name);
    expect(await answered(handler, closed)).toEqual({ status: 200, fault: null });
  });

  test('a build is told by the host; what it says of it is not believed beyond its name', async () => {
    const { default: told } = (await load('deploys')) as unknown as {
      default: Record<'deploySucceeded' | 'deployFailed', (event: unknown) => Promise<void>>;
    };
    for (const contextOf of ['production', 'deploy-preview', '', 7, null])
      for (const say of ['deploySucceeded', 'deployFailed'] as const)
        await told[say]({ deploy: { context: contextOf, id: "'; --", errorMessage: '<b>' } });
    expect(await badRows(query)).toEqual([]);
  });
});

describe('controls', () => {
  const failing = (body: string, init: ResponseInit) => () => Promise.resolve(new Response(body, init));
  test.each([
    ['a plain failure', failing('Oops', { status: 500 }), /a 500/],
    ['a 503 that does not say when to come again', failing('{}', { status: 503 }), /a 503/],
    ['a stack', failing('Error\n    at f (/srv/a.js:1:2)', { status: 200 }), /inside/],
    ['a word of the database', failing('{"message":"violates check"}', { status: 409 }), /inside/],
    [
      'an error that is no problem',
      failing('no', { status: 404, headers: { 'Content-Type': 'text/plain' } }),
      /neither/,
    ],
  ])('%s is found', async (_what, handler, why) => {
    expect((await answered(handler, new Request(stack.origin))).fault).toMatch(why);
  });

  test('a handler that throws at one input of many is found', async () => {
    const careless = getEndpoint('/api/test', ({ url }) => {
      if (decodeURIComponent(new URL(url).search).includes('evil')) throw new TypeError('careless');
      return Promise.resolve(json({}));
    });
    const attempt = (search: string) => answered(careless, new Request(`${stack.origin}/${search}`));
    await expect(tryAll(tallied([], 'careless'), queryOf({ a: ['evil'] }), 1000, attempt)).rejects.toThrow();
  });

  test('a row with a control character, a name in clear and a seat too many are found', async () => {
    const [pool] = await query<{ id: string }>('select id::text from public.seat_pools limit 1');
    await query(`update public.seat_pools set seats_taken = seats_taken + 1 where id = '${pool?.id}'`);
    await query(
      `update public.events set title = title || chr(7) where slug = (select min(slug) from public.events)`,
    );
    const found = await badRows(query);
    expect(found).toContain('events.title holds what is no text');
    expect(found).toContain(`seats of ${pool?.id} are miscounted`);
    await query(`update public.seat_pools set seats_taken = seats_taken - 1 where id = '${pool?.id}'`);
    await query(`update public.events set title = replace(title, chr(7), '')`);
    expect(await badRows(query)).toEqual([]);
  });

  test('from one address the limit stands: the next one is 429', async () => {
    const { default: handler } = await load('step-down-sign-ups');
    const one = { ip: '192.0.2.9', requestId: 'fuzz', waitUntil: () => {} } as unknown as Context;
    const body = JSON.stringify({
      kind: 'mentor',
      nameToUse: 'Ana',
      contact: { channel: 'email', value: 'a@example.org', safeToLeaveMessage: true },
      program: 'nowhere',
    });
    const send = async () =>
      (
        await handler(
          request('/api/step-down/sign-ups', { body, headers: { 'Content-Type': 'application/json' } }),
          one,
        )
      ).status;
    let last = 0;
    for (let time = 0; time < 61; time += 1) last = await send();
    expect(last).toBe(429);
  });
});
