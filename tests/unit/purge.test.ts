import { afterEach, expect, test, vi } from 'vitest';
import { purgeMeetings } from '#meetings/purge.ts';
import { setEnvironment } from '#platform/environment.ts';
import { purgeTags } from '#platform/purge.ts';

afterEach(() => {
  setEnvironment({ NETLIFY_PURGE_API_TOKEN: '' });
  vi.restoreAllMocks();
});

test('away from the host nothing is asked of anybody', async () => {
  const purge = vi.fn<(options?: object) => Promise<void>>();
  await purgeTags(['meetings'], purge);
  await purgeMeetings();
  expect(purge).not.toHaveBeenCalled();
});

test('on the host the CDN is told to forget what has the tag', async () => {
  setEnvironment({ NETLIFY_PURGE_API_TOKEN: 'key' });
  const purge = vi.fn<(options?: object) => Promise<void>>();
  await purgeTags(['meetings'], purge);
  expect(purge).toHaveBeenCalledWith({ tags: ['meetings'] });
  // an empty list must not be taken for "everything"
  await purgeTags([], purge);
  expect(purge).toHaveBeenCalledTimes(1);
});

test('a CDN that refuses leaves a line in the log with a code, and the change stands', async () => {
  setEnvironment({ NETLIFY_PURGE_API_TOKEN: 'key' });
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {});
  await purgeTags(['meetings'], () => Promise.reject(new TypeError('secret words')));
  expect(lines).toHaveBeenCalledTimes(1);
  expect(String(lines.mock.calls[0]?.[0])).toMatch(/"event":"purge-failed","code":"TypeError"/);
  expect(String(lines.mock.calls[0]?.[0])).not.toContain('secret');
});
