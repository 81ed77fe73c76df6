import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchFeed, type FetchOptions } from '#meetings/fetch-feed.ts';
import { isPublicAddress } from '#meetings/public-address.ts';
import { startFeedServer, type FeedServer } from '../support/feed-server.ts';

/** Bad feeds, from a server of our own. It stands on this machine, which only a test may ask. */

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
});
beforeEach(() => {
  server.requests.length = 0;
});
afterAll(() => server.close());

const here = (address: string) => address === '127.0.0.1';
const get = (options: FetchOptions = {}, url = server.url) =>
  fetchFeed(url, { allows: here, timeLimit: 5000, ...options });

async function refusal(options: FetchOptions = {}, url = server.url) {
  const { data, error } = await get(options, url);
  expect(data).toBeNull();
  // the address may hold a key, and this is stored and shown
  expect(error?.message).not.toMatch(/secret-key|127\.0\.0\.1|http:/);
  expect(error?.message).toMatch(/\.$/);
  return error?.code;
}

describe('a feed that is there', () => {
  test('comes as text, with what to ask by next time', async () => {
    server.answers = (_, response) =>
      void response
        .writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' })
        .end('[1]');
    expect((await get()).data).toEqual({
      text: '[1]',
      etag: '"1"',
      lastModified: 'Sun, 01 Nov 2026 00:00:00 GMT',
    });
  });

  test('is not sent again when it has not changed', async () => {
    server.answers = ({ headers }, response) =>
      void response
        .writeHead(headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'x' ? 304 : 200)
        .end();
    expect((await get({ known: { etag: '"1"', lastModified: 'x' } })).data).toEqual({ text: null });
    expect((await get({ known: { etag: '"0"', lastModified: null } })).data).toMatchObject({ text: '' });
  });

  test('is followed over a redirect, and unpacked', async () => {
    server.answers = ({ url }, response) =>
      void (url === '/there'
        ? response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('[2]'))
        : response.writeHead(302, { location: '/there' }).end());
    expect((await get()).data).toMatchObject({ text: '[2]' });
  });

  test('says 304 to somebody who has nothing: that is an error', async () => {
    server.answers = (_, response) => void response.writeHead(304).end();
    expect(await refusal()).toBe('status-304');
  });
});

describe('a feed that is refused', () => {
  test('an error, and a check for robots', async () => {
    server.answers = (_, response) => void response.writeHead(404).end('<html><title>Not found</title>');
    expect(await refusal()).toBe('status-404');
    server.answers = (_, response) =>
      void response.writeHead(403).end('<html><title>Just a moment...</title>');
    expect(await refusal()).toBe('challenge');
  });

  test('200 MB: reading ends at the limit', async () => {
    let sent = 0;
    server.answers = (_, response) => {
      const megabyte = Buffer.alloc(1 << 20, ' ');
      const more = () => {
        while (sent < 200 && !response.destroyed) {
          sent += 1;
          if (!response.write(megabyte)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };
    expect(await refusal({ timeLimit: 20_000 })).toBe('too-large');
    expect(sent).toBeLessThan(100);
  });

  test('200 MB by its own word: not read at all', async () => {
    server.answers = (_, response) =>
      void response.writeHead(200, { 'content-length': String(200 << 20) }).write('[');
    expect(await refusal()).toBe('too-large');
  });

  test('a gzip bomb: what counts is what comes out', async () => {
    const bomb = gzipSync(Buffer.alloc(100 << 20, ' '));
    expect(bomb.byteLength).toBeLessThan(200_000);
    server.answers = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await refusal({ timeLimit: 20_000 })).toBe('too-large');
  });

  test('what only says that it is packed', async () => {
    server.answers = (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('[1]');
    expect(await refusal()).toBe('unreachable');
  });

  test('a redirect in a circle', async () => {
    server.answers = (_, response) => void response.writeHead(301, { location: server.url }).end();
    expect(await refusal()).toBe('redirects');
    expect(server.requests).toHaveLength(6);
  });

  test('no answer at all, and one that drips', async () => {
    server.answers = () => {};
    expect(await refusal({ timeLimit: 300 })).toBe('slow');
    server.answers = (_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await refusal({ timeLimit: 400 })).toBe('slow');
  });

  test('one that breaks off, one that hangs up, nobody there', async () => {
    server.answers = (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('[{"name":');
      setImmediate(() => response.destroy());
    };
    expect(await refusal()).toBe('unreachable');
    server.answers = (_, response) => void response.destroy();
    expect(await refusal()).toBe('unreachable');
    expect(await refusal({}, 'http://127.0.0.1:9/')).toBe('unreachable');
    const nobody = { code: 'ENOTFOUND' } as NodeJS.ErrnoException;
    const resolve: FetchOptions['resolve'] = (_, done) =>
      done(Object.assign(new Error('secret-key'), nobody), []);
    expect(await refusal({ resolve }, 'http://feed.example/')).toBe('unknown-server');
  });

  test.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'data:application/json,[]',
    'http://a:b@example.org/',
    'no address',
  ])('%s', async (url) => {
    expect(await refusal({}, url)).toBe('bad-address');
  });
});

describe('a feed in a private network', () => {
  test.each([
    ...[
      'http://127.0.0.1/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/',
      'http://[::1]/',
      'http://[fe80::1]/',
    ],
    ...[
      'http://[::ffff:127.0.0.1]/',
      'http://[::ffff:7f00:1]/',
      'http://[64:ff9b::7f00:1]/',
      'http://[2002:7f00:1::]/',
    ],
    ...[
      'http://2130706433/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://0/',
      'http://[::]/',
    ],
    'http://localhost/',
  ])('%s is refused', async (url) => {
    const { error } = await fetchFeed(url, { timeLimit: 5000 });
    expect(error?.code).toBe('private-address');
  });

  test('also where a public one leads there', async () => {
    for (const location of ['http://127.0.0.2/', 'http://localhost/', 'http://[::1]/', '//10.0.0.1/']) {
      server.answers = (_, response) => void response.writeHead(302, { location }).end();
      const resolve: FetchOptions['resolve'] = (_, done) => done(null, [{ address: '10.0.0.7', family: 4 }]);
      expect(await refusal({ resolve })).toBe('private-address');
    }
    server.answers = (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    expect(await refusal()).toBe('bad-address');
  });

  test('also where only one of a name’s addresses is', async () => {
    const resolve: FetchOptions['resolve'] = (_, done) =>
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]);
    expect(await refusal({ resolve }, 'http://feed.example/')).toBe('private-address');
  });

  test('a name is looked up once, and the address that was checked is the one that is asked', async () => {
    server.answers = (_, response) => void response.end('[]');
    const asked: string[] = [];
    const resolve: FetchOptions['resolve'] = (name, done) => {
      asked.push(name);
      // a second look would lead elsewhere
      done(null, [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.7', family: 4 }]);
    };
    const { port } = new URL(server.url);
    expect((await get({ resolve }, `http://rebinding.example:${port}/`)).error).toBeNull();
    expect(asked).toEqual(['rebinding.example']);
    expect(server.requests.map(({ headers }) => headers.host)).toEqual([`rebinding.example:${port}`]);
  });

  test.each(['93.184.216.34', '2606:2800:220:1::1', '::ffff:93.184.216.34'])(
    '%s is a public address',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  test.each([
    '100.64.0.1',
    '192.168.1.1',
    '172.31.0.1',
    '224.0.0.1',
    '255.255.255.255',
    'fd00::1',
    '::ffff:10.0.0.1',
    'x',
    '',
  ])('“%s” is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
