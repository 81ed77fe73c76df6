import type { Context } from '@netlify/functions';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { postEndpoint } from '#platform/endpoint.ts';
import { json } from '#platform/problem.ts';
import { readUpload } from '#platform/upload.ts';
import { freePort, serve } from '../../local/node-server.ts';
import { sendRaw } from '../support/fuzz/raw-socket.ts';

/**
 * Bodies that are deep, long, slow, lying or packed, over a real socket. What holds here is held by our own
 * code; how long a connection may stay open is the host's to say, which reads a request whole before it wakes a function.
 */

let origin: string;
let close: () => Promise<void>;
const handled = vi.fn();
const schema = z.looseObject({ name: z.string().optional() });

const endpoint = postEndpoint('/api/test', { schema, limit: null }, (body) => {
  handled(body);
  return Promise.resolve(json({ ok: true }));
});
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  ({ close } = await serve(port, 'PORT', async (request, ip) => {
    if (new URL(request.url).pathname !== '/upload') return endpoint(request, { ip } as Context);
    const { refusal } = await readUpload(request, 'file');
    return json({ title: refusal?.title }, { status: refusal?.status ?? 200 });
  }));
});
afterAll(() => close());
beforeEach(() => handled.mockReset());

const head = (more: string, path = '/', type = 'application/json') =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\n${more}\r\n\r\n`;
const sized = (body: string, more = '') => head(`Content-Length: ${Buffer.byteLength(body)}${more}`) + body;
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

const deep = (levels: number, open: string, shut: string, middle = '') =>
  open.repeat(levels) + middle + shut.repeat(levels);

describe('depth', () => {
  test('a hundred thousand levels are refused by their length, before anything parses them', async () => {
    const body = deep(100_000, '[', ']');
    expect((await sendRaw(origin, [sized(body)])).statuses).toEqual([413]);
    expect(handled).not.toHaveBeenCalled();
  });

  test.each([
    ['lists', deep(16_000, '[', ']')],
    ['objects', deep(4600, '{"a":', '}', '1')],
    ['lists that never close', '['.repeat(32_000)],
    ['objects that never close', '{"a":'.repeat(6000)],
    ['a field of lists', `{"name":${deep(16_000, '[', ']')}}`],
  ])('as many levels as fit, of %s, are read and answered', async (_of, body) => {
    const { statuses, text } = await sendRaw(origin, [sized(body)]);
    expect(statuses).toHaveLength(1);
    expect([200, 400, 422]).toContain(statuses[0]);
    expect(text).not.toMatch(/RangeError|stack/i);
  });
});

describe('length', () => {
  test('what says that it is too long is refused while it is still being sent', async () => {
    expect((await sendRaw(origin, [head('Content-Length: 900000000'), '{"name":"'])).statuses).toEqual([413]);
  });

  test('what comes in pieces without an end is refused as soon as it is too long', async () => {
    const pieces = Array.from({ length: 5 }, () => chunk('x'.repeat(8192)));
    expect((await sendRaw(origin, [head('Transfer-Encoding: chunked'), ...pieces])).statuses).toEqual([413]);
    expect(handled).not.toHaveBeenCalled();
  });

  test('a file that comes in pieces without an end too', async () => {
    const type = 'multipart/form-data; boundary=x';
    const pieces = Array.from({ length: 8 }, () => chunk('x'.repeat(1024 * 1024)));
    const { statuses } = await sendRaw(origin, [
      head('Transfer-Encoding: chunked', '/upload', type),
      ...pieces,
    ]);
    expect(statuses).toEqual([413]);
  });

  test('of what says less than comes, only as much is read, and the rest is no second request', async () => {
    const { statuses } = await sendRaw(origin, [`${head('Content-Length: 3')}{"name":"Ana"}`], /$^/);
    // for the three bytes, and for the rest that is no request; the connection may be closed before the first is written
    expect(new Set(statuses)).toEqual(new Set([400]));
    expect(handled).not.toHaveBeenCalled();
  });

  test.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 20'],
    ['a length and pieces', 'Content-Length: 2\r\nTransfer-Encoding: chunked'],
    ['a length below nothing', 'Content-Length: -1'],
    ['a length that is none', 'Content-Length: 0x10'],
    ['pieces of another name', 'Transfer-Encoding: chunked, identity'],
  ])('%s are not guessed at', async (_what, headers) => {
    expect((await sendRaw(origin, [head(headers), '{}'], /$^/)).statuses).toEqual([400]);
    expect(handled).not.toHaveBeenCalled();
  });
});

describe('slowness', () => {
  test('who is refused by what stands before the body is not waited for', async () => {
    const wrongKind = head('Content-Length: 2000', '/', 'text/plain');
    expect((await sendRaw(origin, [wrongKind, 'x'])).statuses).toEqual([415]);
    const wrongSite = head('Content-Length: 2000\r\nSec-Fetch-Site: cross-site');
    expect((await sendRaw(origin, [wrongSite, '{'])).statuses).toEqual([403]);
  });

  test('a body that stops halfway keeps nobody else waiting, and nothing is done with its half', async () => {
    const { hostname, port } = new URL(origin);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => {});
    slow.write(`${head('Content-Length: 2000')}{"name":`);
    await once(slow, 'connect');
    expect((await sendRaw(origin, [sized('{"name":"Ana"}')])).statuses).toEqual([200]);
    expect(handled.mock.calls).toEqual([[{ name: 'Ana' }]]);
    slow.destroy();
    await once(slow, 'close');
    expect((await sendRaw(origin, [sized('{"name":"Bea"}')])).statuses).toEqual([200]);
    expect(handled).toHaveBeenCalledTimes(2);
  });
});

describe('packing', () => {
  test('a packed body is not unpacked: what it holds is never in memory', async () => {
    const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024, 32));
    expect(bomb.length).toBeLessThan(32 * 1024);
    const { statuses } = await sendRaw(origin, [
      head(`Content-Length: ${bomb.length}\r\nContent-Encoding: gzip`),
      bomb,
    ]);
    expect(statuses).toEqual([400]);
  });

  test('control: the same words unpacked are taken', async () => {
    expect((await sendRaw(origin, [sized('{"name":"Ana"}')])).statuses).toEqual([200]);
  });
});
