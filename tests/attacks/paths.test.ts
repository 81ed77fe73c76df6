import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort, serve } from '../../local/node-server.ts';
import { sendRaw } from '../support/fuzz/raw-socket.ts';

/** The local server in front: what is no address reaches none of our code. The built site behind it has `tests/browser/paths.test.ts`. */

let origin: string;
let close: () => Promise<void>;
const asked = vi.fn<(address: string) => void>();
beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  ({ close } = await serve(port, 'PORT', (request) => {
    asked(new URL(request.url).pathname);
    return Promise.resolve(new Response('here'));
  }));
});
afterAll(() => close());

const statusOf = async (path: string) => {
  const line = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
  return (await sendRaw(origin, [line], /$^/)).statuses;
};

test.each(['/%', '/a%zz', '/%ff%fe', '/%c0%ae%c0%ae/x', '/%ed%a0%80', '/..\\x', '*', '/a b'])(
  '%s is a 400 before anything of ours',
  async (path) => {
    asked.mockReset();
    expect(await statusOf(path)).toEqual([400]);
    expect(asked).not.toHaveBeenCalled();
  },
);

test('control: strange ones that can be read are handed on', async () => {
  asked.mockReset();
  expect(await statusOf('/caf%C3%A9/%2e%2e%2f')).toEqual([200]);
  expect(asked).toHaveBeenCalledTimes(1);
});
