import type { Context } from '@netlify/functions';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { tileAnswer } from '#meetings/map/tile-answer.ts';
import { unpackLines } from '#meetings/map/lines.ts';
import type { MapGround } from '#meetings/map/ground.ts';
import { unpackTowns } from '#meetings/map/town-labels.ts';
import { findPlaces } from '#meetings/near/find-place.ts';
import { unpackPlaces, type PackedPlaces } from '#meetings/near/place-table.ts';
import { pathParameters } from '../../local/netlify.ts';
import outline from '../../netlify/functions/map-outline.ts';
import tiles, { config } from '../../netlify/functions/map-tiles.ts';
import places from '../../netlify/functions/meetings-places.ts';
import { seededMeetings } from '../database/meetings-database.ts';

const context = (params: Record<string, string> = {}) => ({ ip: '192.0.2.1', params }) as unknown as Context;
const ask = (handler: typeof places, headers: Record<string, string> = {}, method = 'GET') =>
  handler(new Request('http://localhost:4321/api', { headers, method }), context());

describe('what the browser needs around the listed meetings', () => {
  const meetings = seededMeetings();

  test('GET /api/meetings/places knows the towns and codes nearby and the meetings’ own towns', async () => {
    const response = await ask(places);
    expect(response.headers.get('netlify-cache-tag')).toBe('meetings');
    const text = await response.text();
    expect(text.length).toBeLessThan(8000);
    const table = unpackPlaces(JSON.parse(text) as PackedPlaces);
    const first = (typed: string) => findPlaces(typed, table)[0]?.label;
    expect(['Alder Sprngs', 'loveland', '80537', '10001', 'T5J 2R4'].map(first)).toEqual([
      ...['Alder Springs', 'Loveland, CO', '80537, Loveland, CO', undefined, undefined],
    ]);
  });

  test('GET /api/map/outline draws the land there', async () => {
    const ground = (await (await ask(outline)).json()) as MapGround;
    expect([ground.tiles, ground.beyond]).toEqual([null, false]);
    expect(unpackLines(ground.outline.counties).length).toBeGreaterThan(5);
    expect(unpackTowns(ground.towns).map(({ name }) => name)).toContain('Alder Springs');
  });

  test('both tell an asker who has them already, take GET only, and change with the list', async () => {
    for (const [handler, town] of [
      [places, 'Pinyon Flat'],
      [outline, 'Juniper Bend'],
    ] as const) {
      // prettier-ignore
      const etag = (await ask(handler)).headers.get('etag') ?? '';
      expect((await ask(handler, { 'If-None-Match': etag })).status).toBe(304);
      expect((await ask(handler, {}, 'POST')).status).toBe(405);
      await meetings.database.execute(
        `update public.meetings set region = '${town}', updated_at = now() where region = 'Alder Springs'`,
      );
      expect(await (await ask(handler, { 'If-None-Match': etag })).text()).toContain(town);
      await meetings.database.execute(
        `update public.meetings set region = 'Alder Springs', updated_at = now() where region = '${town}'`,
      );
    }
  });

  test('both come from the list read last in an outage, for nobody to keep', async () => {
    const reach = globalThis.fetch;
    for (const handler of [places, outline]) {
      const before = await (await ask(handler)).text();
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
      const response = await ask(handler);
      expect([response.status, await response.text()]).toEqual([200, before]);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('netlify-cdn-cache-control')).toBeNull();
      vi.stubGlobal('fetch', reach);
    }
  });
});

describe('a tile of the host that the site names', () => {
  let host: Server;
  let heard: { url: string; headers: IncomingHttpHeaders }[] = [];
  let reply: (answer: ServerResponse) => void;
  beforeAll(async () => {
    vi.unstubAllGlobals();
    host = createServer((request, answer) => {
      heard.push({ url: request.url ?? '', headers: request.headers });
      reply(answer);
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  });
  afterEach(() => (heard = []));
  afterAll(() => {
    host.closeAllConnections();
    host.close();
  });

  const picture = (type = 'image/png', bytes = 40) => {
    reply = (answer) => answer.writeHead(200, { 'content-type': type }).end(Buffer.alloc(bytes, 7));
  };
  const fetched = (parameters: Record<string, string> = { z: '3', x: '1', y: '2' }) =>
    tileAnswer({
      map: {
        tiles: `http://127.0.0.1:${(host.address() as AddressInfo).port}/t/{z}/{x}/{y}.png?key=ours`,
        attribution: '© Some map',
        maxZoom: 18,
      },
      userAgent: 'Juniper Hollow (https://alumni.example.org)',
      parameters,
      limits: { milliseconds: 300, bytes: 1000 },
    });

  test('comes as it is, to be kept by the CDN and shown by us alone', async () => {
    picture('image/webp');
    const response = await fetched();
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(40).fill(7));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'netlify-cdn-cache-control': 'public, durable, max-age=604800, stale-while-revalidate=604800',
    });
    expect(heard[0]?.url).toBe('/t/3/1/2.png?key=ours');
  });

  test('is asked for in our name: the host hears nothing of the visitor', async () => {
    picture();
    await fetched();
    const headers = heard[0]?.headers ?? {};
    expect(headers['user-agent']).toBe('Juniper Hollow (https://alumni.example.org)');
    expect(Object.keys(headers).sort()).toEqual([
      ...[
        'accept',
        'accept-encoding',
        'accept-language',
        'connection',
        'host',
        'sec-fetch-mode',
        'user-agent',
      ],
    ]);
    expect(headers['accept-language']).toBe('*');
  });

  test.each<[string, (answer: ServerResponse) => void]>([
    ['a page', (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello')],
    [
      'a drawing that may hold scripts',
      (answer) => answer.writeHead(200, { 'content-type': 'image/svg+xml' }).end(),
    ],
    [
      'too large a picture',
      (answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(2000)),
    ],
    ['a redirect', (answer) => answer.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['a refusal', (answer) => answer.writeHead(403, { 'content-type': 'image/png' }).end()],
    ['nothing in time', () => undefined],
    ['half a picture', (answer) => answer.writeHead(200, { 'content-type': 'image/png' }).write('half')],
    ['a broken line', (answer) => answer.destroy()],
  ])('that is answered with %s is a plain 502 that nobody keeps', async (_what, badly) => {
    reply = badly;
    const response = await fetched();
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(heard).toHaveLength(1);
  });

  test('that cannot be is not even asked for', async () => {
    for (const z of ['99', '../..', '']) expect((await fetched({ z, x: '1', y: '2' })).status).toBe(404);
    expect(heard).toEqual([]);
  });

  test('is a 404 on a site that names no host', async () => {
    const request = new Request('http://localhost:4321/api/map/tiles/3/1/2');
    expect((await tiles(request, context({ z: '3', x: '1', y: '2' }))).status).toBe(404);
  });

  test('is routed by its parameters on the local stack too', () => {
    const path = (config as { path: `/${string}` }).path;
    expect(pathParameters(path, '/api/map/tiles/3/1/2')).toEqual({ z: '3', x: '1', y: '2' });
    expect(pathParameters(path, '/api/map/tiles/3/1')).toBeNull();
    expect(pathParameters('/api/meetings', '/api/meetings')).toEqual({});
    expect(pathParameters('/api/meetings', '/api/meetings/x')).toBeNull();
  });
});
