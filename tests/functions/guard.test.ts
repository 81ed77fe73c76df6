import type { Context } from '@netlify/functions';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { DatabaseUnavailable } from '#platform/database.ts';
import { getEndpoint, postEndpoint, type FunctionHandler } from '#platform/endpoint.ts';
import { guard, honeypotField } from '#platform/guard.ts';
import { json } from '#platform/problem.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The door every form and every API call comes through. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.close());

let logged: string[];
beforeEach(() => {
  logged = [];
  for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...words: unknown[]) => void logged.push(words.map(String).join(' ')),
    );
  }
});
afterEach(() => vi.restoreAllMocks());

// what must never be seen in an answer or a log
const planted = {
  name: 'Wilhelmina Plantedname',
  email: 'planted.person@example.org',
  address: '203.0.113.77',
  note: 'planted words nobody else may read',
};
const schema = z.strictObject({
  name: z.string().min(1, 'Enter your name').max(100, 'Your name must be 100 characters or fewer'),
  email: z.email('Enter an email address, as name@example.org'),
  note: z.string().optional(),
});

const handle = vi.fn<(body: z.infer<typeof schema>) => Promise<Response>>();
beforeEach(() => {
  handle.mockReset();
  handle.mockImplementation(() => Promise.resolve(json({ ok: true }, { status: 201 })));
});
let limits = 0;
/** An endpoint with a rate limit of its own, so that one test does not fill another's. */
const endpoint = (max = 100): FunctionHandler =>
  postEndpoint(
    '/api/test',
    { schema, limit: { name: `test-${++limits}`, max, windowSeconds: 100_000_000 } },
    handle,
  );

const context = { ip: planted.address, requestId: 'request-1', params: {} } as unknown as Context;
const valid = JSON.stringify({ name: planted.name, email: planted.email, note: planted.note });
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost:4321/api/test?email=planted.person@example.org', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit);

/** A refusal: that status, problem+json with our headers, never cached, the handler not run, nothing said of the person. */
async function expectRefusal(answer: Response, status: number) {
  const text = await answer.text();
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name)).toBe(value);
  expect(handle).not.toHaveBeenCalled();
  expectNothingPersonal(text);
  expectNothingPersonal(logged.join('\n'));
  return JSON.parse(text) as {
    type: string;
    title: string;
    status: number;
    detail?: string;
    errors?: Record<string, string[]>;
  };
}

function expectNothingPersonal(text: string) {
  for (const value of [...Object.values(planted), 'Wilhelmina', 'planted']) expect(text).not.toContain(value);
}

const storedRequests = async () =>
  (await stack.database.query<{ count: number }>('select count(*)::integer from public.rate_limits'))[0]
    ?.count;

test('a valid post reaches the handler parsed, and its answer goes out', async () => {
  const answer = await endpoint()(post(valid), context);
  expect(answer.status).toBe(201);
  expect(handle.mock.calls[0]?.[0]).toEqual({ name: planted.name, email: planted.email, note: planted.note });
  expectNothingPersonal(logged.join('\n'));
});

describe('method', () => {
  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is answered with 405 and what is allowed',
    async (method) => {
      const answer = await endpoint()(new Request('http://localhost:4321/api/test', { method }), context);
      expect(answer.headers.get('Allow')).toBe('POST');
      await expectRefusal(answer, 405);
    },
  );

  test('an address to read from takes GET and HEAD only', async () => {
    const read = getEndpoint('/api/test', () => Promise.resolve(json({ ok: true })));
    const ask = (method: string) => read(new Request('http://localhost:4321/api/test', { method }), context);
    expect((await ask('GET')).status).toBe(200);
    expect((await ask('HEAD')).status).toBe(200);
    const refused = await ask('POST');
    expect(refused.headers.get('Allow')).toBe('GET');
    await expectRefusal(refused, 405);
  });
});

describe('where it comes from', () => {
  test.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://localhost:9999' }],
    ['our host without its scheme', { Origin: 'localhost:4321.evil.example' }],
    ['a browser that says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a browser that says same-site, which is a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
    [
      'a browser that says cross-site with our origin',
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:4321' },
    ],
  ])('%s is refused', async (_who, headers) => {
    await expectRefusal(await endpoint()(post(valid, headers as Record<string, string>), context), 403);
  });

  test.each([
    ['our own pages', { Origin: 'http://localhost:4321', 'Sec-Fetch-Site': 'same-origin' }],
    ['a browser that only sends Origin', { Origin: 'http://localhost:4321' }],
    ['a page with no referrer in an old browser', { Origin: 'null' }],
    ['a typed address', { 'Sec-Fetch-Site': 'none' }],
    ['a program that is no browser', {}],
  ])('%s may send', async (_who, headers) => {
    expect((await endpoint()(post(valid, headers as Record<string, string>), context)).status).toBe(201);
  });
});

describe('what it is', () => {
  test.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['plain text, which needs no leave of the browser', 'text/plain'],
    ['several parts', 'multipart/form-data; boundary=x'],
    ['something that only begins like JSON', 'application/json-seq'],
    ['nothing', ''],
  ])('%s instead of JSON is refused with what is taken', async (_what, type) => {
    const answer = await endpoint()(post(valid, { 'Content-Type': type }), context);
    expect(answer.headers.get('Accept')).toBe('application/json');
    await expectRefusal(answer, 415);
  });

  test('a content type may name its characters and be written in capitals', async () => {
    expect(
      (await endpoint()(post(valid, { 'Content-Type': 'Application/JSON; charset=utf-8' }), context)).status,
    ).toBe(201);
  });

  test.each(['{"name": "Wilhelmina Plantedname"', '', 'undefined', '{]', "{'name': 'planted'}"])(
    'broken JSON (%j) is refused',
    async (body) => {
      await expectRefusal(await endpoint()(post(body), context), 400);
    },
  );

  test.each(['[]', `[${valid}]`, 'null', '"planted"', '42', 'true'])(
    'JSON that is no object (%s) is refused',
    async (body) => {
      await expectRefusal(await endpoint()(post(body), context), 400);
    },
  );
});

describe('how much it is', () => {
  const ofSize = (bytes: number) => {
    const frame = JSON.stringify({ name: 'A', email: planted.email, note: '' });
    return JSON.stringify({ name: 'A', email: planted.email, note: 'n'.repeat(bytes - frame.length) });
  };
  const inPieces = (text: string) => new Response(text).body as ReadableStream;

  test('32 kB is taken and one byte more is not', async () => {
    expect((await endpoint()(post(ofSize(32 * 1024)), context)).status).toBe(201);
    handle.mockClear();
    await expectRefusal(await endpoint()(post(ofSize(32 * 1024 + 1)), context), 413);
  });

  test('a body that says it is too long is refused before it is read', async () => {
    let read = false;
    const body = new ReadableStream(
      {
        pull: () => {
          read = true;
        },
      },
      { highWaterMark: 0 },
    );
    await expectRefusal(await endpoint()(post(body, { 'Content-Length': '1000000' }), context), 413);
    expect(read).toBe(false);
  });

  test('a body that does not say how long it is, or lies, is counted as it comes', async () => {
    await expectRefusal(await endpoint()(post(inPieces(ofSize(40_000))), context), 413);
    await expectRefusal(
      await endpoint()(post(inPieces(ofSize(40_000)), { 'Content-Length': '10' }), context),
      413,
    );
  });

  test('letters of several bytes are counted in bytes', async () => {
    const body = JSON.stringify({ name: 'A', email: planted.email, note: '🌲'.repeat(9000) });
    expect(body.length).toBeLessThan(32 * 1024);
    await expectRefusal(await endpoint()(post(body), context), 413);
  });

  test('a body that never ends is cut off at the limit', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(8192).fill(32));
      },
    });
    await expectRefusal(await endpoint()(post(endless), context), 413);
    expect(pulled).toBeLessThan(10);
  });
});

describe('what it says', () => {
  test('each field that is wrong is named with what to do', async () => {
    const body = JSON.stringify({ name: '', email: 'nobody', note: planted.note });
    const { errors } = await expectRefusal(await endpoint()(post(body), context), 422);
    expect(errors).toEqual({
      name: ['Enter your name'],
      email: ['Enter an email address, as name@example.org'],
    });
  });

  test('a field nobody asked for is refused', async () => {
    const body = JSON.stringify({ ...(JSON.parse(valid) as object), role: 'admin' });
    const { errors } = await expectRefusal(await endpoint()(post(body), context), 422);
    expect(Object.keys(errors ?? {})).toEqual(['form']);
  });

  test('a name with a prototype in it is only a name', async () => {
    const answer = await endpoint()(post(`{"__proto__": {"admin": true}, ${valid.slice(1)}`), context);
    expect([201, 422]).toContain(answer.status);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('who fills in the hidden field is refused, who leaves it empty is not', async () => {
    const trapped = (value: string) =>
      JSON.stringify({ ...(JSON.parse(valid) as object), [honeypotField]: value });
    expect((await endpoint()(post(trapped('')), context)).status).toBe(201);
    handle.mockClear();
    await expectRefusal(await endpoint()(post(trapped('https://spam.example')), context), 400);
  });

  test.each([
    ['emoji', 'Ana 🌲👩‍👩‍👧'],
    ['right to left', 'مريم العلي'],
    ['marks that pile up', 'Z̴͚͂a̸l̵g̶o'],
    ['quotes and angle brackets', `O'Neil "<b>"`],
  ])('a name with %s is a name', async (_what, name) => {
    await endpoint()(post(JSON.stringify({ name, email: planted.email })), context);
    expect(handle.mock.calls[0]?.[0].name).toBe(name);
  });

  test('a name of ten thousand letters is refused in words', async () => {
    const body = JSON.stringify({ name: 'n'.repeat(10_000), email: planted.email });
    const { errors } = await expectRefusal(await endpoint()(post(body), context), 422);
    expect(errors).toEqual({ name: ['Your name must be 100 characters or fewer'] });
  });
});

describe('a form sent without JavaScript', () => {
  const form = (text: string) =>
    guard(
      new Request('http://localhost:4321/events/supper', {
        method: 'POST',
        body: text,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
      }),
      planted.address,
      { accepts: 'form', schema, limit: { name: `form-${++limits}`, max: 10, windowSeconds: 100_000_000 } },
    );

  test('a refused one keeps everything that was typed, to show it again', async () => {
    const { refusal, typed } = await form('name=&email=nobody&note=I+wrote%0Aa+lot&days=1&days=2');
    expect(refusal?.status).toBe(422);
    expect(typed).toEqual({ name: '', email: 'nobody', note: 'I wrote\na lot', days: ['1', '2'] });
  });

  test('a valid one is parsed', async () => {
    const { refusal, value } = await form('name=Ana&email=ana%40example.org');
    expect(refusal).toBeNull();
    expect(value).toEqual({ name: 'Ana', email: 'ana@example.org' });
  });
});

describe('how often', () => {
  test('after the limit comes 429 with the seconds to wait, and the handler does not run', async () => {
    const limited = endpoint(2);
    expect((await limited(post(valid), context)).status).toBe(201);
    expect((await limited(post(valid), context)).status).toBe(201);
    handle.mockClear();
    const answer = await limited(post(valid), context);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    await expectRefusal(answer, 429);
  });

  test("one sender's limit is not another's", async () => {
    const limited = endpoint(1);
    await limited(post(valid), context);
    const other = { ...context, ip: '203.0.113.78' } as Context;
    expect((await limited(post(valid), other)).status).toBe(201);
  });

  test('the address is kept only as a keyed hash', async () => {
    await endpoint()(post(valid), context);
    const buckets = await stack.database.query<{ bucket: string }>('select bucket from public.rate_limits');
    expect(buckets.length).toBeGreaterThan(0);
    expectNothingPersonal(JSON.stringify(buckets));
  });
});

describe('nothing is counted or stored for what is refused at the door', () => {
  test.each([
    ['a wrong method', () => new Request('http://localhost:4321/api/test', { method: 'PUT' })],
    ['another site', () => post(valid, { Origin: 'https://evil.example' })],
    ['a wrong type', () => post(valid, { 'Content-Type': 'text/plain' })],
    ['too much', () => post('x'.repeat(40_000))],
    ['broken JSON', () => post('{')],
    ['a filled trap', () => post(JSON.stringify({ [honeypotField]: 'x' }))],
    ['wrong fields', () => post('{}')],
  ])('%s', async (_what, request) => {
    const before = await storedRequests();
    await endpoint()(request(), context);
    expect(await storedRequests()).toBe(before);
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('when something goes wrong behind the door', () => {
  const failing = (error: unknown) => {
    handle.mockImplementation(() => Promise.reject(error as Error));
    return endpoint()(post(valid), context);
  };

  test('an unexpected error is a 500 without a word about it, in the answer and in the log', async () => {
    const answer = await failing(new Error(`duplicate key (email)=(${planted.email}) at /srv/app/secret.ts`));
    handle.mockClear();
    const body = await expectRefusal(answer, 500);
    expect(body).toEqual({
      ...{ type: 'about:blank', title: 'Something went wrong on our side', status: 500 },
      ...{ requestId: 'request-1', detail: 'If you call us about this, name the number EQUEST-1.' },
    });
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toEqual({
      at: expect.any(String) as string,
      event: 'failed',
      route: '/api/test',
      requestId: 'request-1',
      status: 500,
      code: 'Error',
    });
  });

  test('something thrown that is no error is a 500 too', async () => {
    const answer = await failing(planted.email);
    handle.mockClear();
    await expectRefusal(answer, 500);
  });

  test('a lock that was not to be had is 503: try again in three seconds', async () => {
    const answer = await failing(new DatabaseUnavailable(3));
    handle.mockClear();
    expect(answer.headers.get('Retry-After')).toBe('3');
    await expectRefusal(answer, 503);
  });
});

describe('when the database is down', () => {
  beforeAll(() => stack.takeDatabaseDown());
  afterAll(() => stack.bringDatabaseBack());

  test('a post is 503 with Retry-After, and the handler does not run', async () => {
    const answer = await endpoint()(post(valid), context);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    const body = await expectRefusal(answer, 503);
    expect(body.detail).toMatch(/Nothing was lost/);
  });

  test('what is wrong with a form is still said', async () => {
    await expectRefusal(await endpoint()(post('{}'), context), 422);
  });
});

describe('in Spanish', () => {
  const spanish = { 'Your name must be {number} characters or fewer': 'El nombre: hasta {number} letras' };
  const speaking = (max = 100) =>
    postEndpoint(
      '/api/test',
      {
        schema: schema.extend({ language: z.enum(['en', 'es']).optional() }),
        limit: { name: `test-${++limits}`, max, windowSeconds: 100_000_000 },
        spanish,
      },
      handle,
    );
  const said = (fields: object) =>
    post(JSON.stringify({ ...(JSON.parse(valid) as object), language: 'es', ...fields }));

  test('what is wrong is said in the language that was sent along, numbers and all', async () => {
    const { title, errors } = await expectRefusal(
      await speaking()(said({ name: 'n'.repeat(101) }), context),
      422,
    );
    expect(title).toBe('Hay un problema');
    expect(errors).toEqual({ name: ['El nombre: hasta 100 letras'] });
  });

  test('what only a program sends wrong is said in Spanish too', async () => {
    const { errors } = await expectRefusal(await speaking()(said({ note: 7 }), context), 422);
    expect(errors?.['note']?.[0]).toMatch(/^Entrada inválida/);
  });

  test('the hidden field, too many tries and a database that is away are Spanish', async () => {
    const limited = speaking(1);
    const trapped = await expectRefusal(await limited(said({ [honeypotField]: 'x' }), context), 400);
    expect(trapped.title).toMatch(/^No pudimos enviar esto/);
    await limited(said({}), context);
    handle.mockClear();
    const often = await expectRefusal(await limited(said({}), context), 429);
    expect(often.title).toMatch(/^Demasiados intentos/);
    handle.mockRejectedValueOnce(new DatabaseUnavailable());
    const away = (await (await speaking()(said({}), context)).json()) as { title: string; detail: string };
    expect(away.title).toBe('No podemos hacer esto en este momento');
    expect(away.detail).toMatch(/^No se perdió nada/);
  });

  test('a form speaks the language of the page it was sent to, from method to content type', async () => {
    const sendTo = (path: string, init: RequestInit) =>
      guard(new Request(`http://localhost:4321${path}`, init), planted.address, {
        accepts: 'form',
        schema,
        limit: null,
      });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const [init, status, words] of [
      [{ method: 'PUT' }, 405, /^Esta dirección/],
      [{ method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } }, 403, /^Este formulario/],
      [{ method: 'POST', body: 'x', headers: { 'Content-Type': 'text/plain' } }, 415, /^Envíe esto/],
      [{ method: 'POST', body: 'n='.padEnd(40_000, 'x'), headers: form }, 413, /demasiado largo/],
      [{ method: 'POST', body: 'name=', headers: form }, 422, /^Hay un problema$/],
    ] as const) {
      const { refusal } = await sendTo('/es/events/supper', init);
      expect(refusal?.status).toBe(status);
      expect(refusal?.title).toMatch(words);
      expect((await sendTo('/events/supper', init)).refusal?.title).not.toMatch(words);
    }
  });

  test('a form that is to be shown in the other language is neither checked nor handled', async () => {
    const { refusal, typed } = await guard(
      new Request('http://localhost:4321/es/events/supper', {
        method: 'POST',
        body: 'name=&note=half+a+line&in-language=es',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      }),
      planted.address,
      { accepts: 'form', schema, limit: null },
    );
    expect(refusal).toEqual({ status: 200, title: '', errors: {} });
    expect(typed['note']).toBe('half a line');
  });
});
