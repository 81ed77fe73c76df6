import { describe, expect, test } from 'vitest';
import { setEnvironment } from '#platform/environment.ts';
import { longestUpload, readUpload } from '#platform/upload.ts';

/** The door of a form with a file in it. */

setEnvironment({ SITE_URL: 'http://localhost:4321' });
const address = 'http://localhost:4321/staff/files/';
const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request(address, {
    method: 'POST',
    body,
    headers,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit);
const form = (fields: [string, string | File][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const file = (bytes: BlobPart, name = 'a.pdf') => new File([bytes], name, { type: 'text/html' });
const read = (request: Request) => readUpload(request, 'file');
const status = async (request: Request) => (await read(request)).refusal?.status;

describe('a form with a file', () => {
  test('its words and its bytes arrive as they were sent', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 45, 45]);
    const { data } = await read(
      post(
        form([
          ['label', 'Ñandú 🌻'],
          ['tick', 'a'],
          ['tick', 'b'],
          ['file', file(bytes, 'x\u202e.exe')],
        ]),
      ),
    );
    expect(data?.typed).toEqual({ label: 'Ñandú 🌻', tick: ['a', 'b'] });
    expect([...(data?.file?.bytes ?? [])]).toEqual([...bytes]);
  });

  test('none chosen is none, and an empty one is empty', async () => {
    expect((await read(post(form([['file', new File([], '')]])))).data?.file).toBeNull();
    expect((await read(post(form([['label', 'x']])))).data?.file).toBeNull();
    expect((await read(post(form([['file', 'not a file']])))).data?.file).toBeNull();
    expect((await read(post(form([['file', new File([], 'a.pdf')]])))).data?.file).toEqual({
      name: 'a.pdf',
      bytes: Buffer.alloc(0),
    });
  });

  test('a file in another field is left out', async () => {
    const { data } = await read(post(form([['other', file('x')]])));
    expect(data).toEqual({ typed: {}, file: null });
  });
});

describe('what is refused before it is read as a form', () => {
  test('other methods, other sites and other kinds of body', async () => {
    const body = form([['file', file('x')]]);
    expect(await status(new Request(address))).toBe(405);
    expect(await status(post(body, { 'Sec-Fetch-Site': 'cross-site' }))).toBe(403);
    expect(await status(post(body, { Origin: 'https://evil.example' }))).toBe(403);
    expect(await status(post('label=x', { 'Content-Type': 'application/x-www-form-urlencoded' }))).toBe(415);
    expect(await status(post('{}', { 'Content-Type': 'application/json' }))).toBe(415);
    expect(await status(post('x', { 'Content-Type': 'multipart/form-data' }))).toBe(415);
  });

  test('a body that is no form, or was cut', async () => {
    const type = { 'Content-Type': 'multipart/form-data; boundary=abc' };
    for (const body of [
      '',
      'nothing',
      '--abc\r\nContent-Disposition: form-data; name="label"\r\n\r\nhalf',
      '\0'.repeat(1000),
    ]) {
      expect(await status(post(body, type)), body).toBe(400);
    }
  });

  test('more than 6 MB by its own word, without reading any of it', async () => {
    let pulled = 0;
    const stream = new ReadableStream<Uint8Array>({ pull: () => void pulled++ }, { highWaterMark: 0 });
    const headers = {
      'Content-Type': 'multipart/form-data; boundary=a',
      'Content-Length': String(longestUpload + 1),
    };
    const { refusal } = await read(post(stream, headers));
    expect([refusal?.status, pulled]).toEqual([413, 0]);
    expect(refusal?.title).toContain('4 MB');
  });

  test('more than 6 MB in fact, and no more of it is read than that', async () => {
    const chunk = new Uint8Array(1024 * 1024);
    let pulled = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(chunk);
      },
    });
    expect(await status(post(stream, { 'Content-Type': 'multipart/form-data; boundary=a' }))).toBe(413);
    expect(pulled).toBeLessThan(12);
  });
});
