import type { Context } from '@netlify/functions';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { publicFiles, serviceFiles } from '#platform/file-store.ts';
import type { FormPage } from '#platform/form-page.ts';
import { sayable } from '#platform/request-id.ts';
import type { Supabase } from '#platform/supabase.ts';
import { readUpload } from '#platform/upload.ts';
import { putBytes, readBytes } from '#resources/files/bytes.ts';
import { inspect } from '#resources/files/inspect.ts';
import { addFile, filesOf, removeFile, showFile } from '#resources/files/keep.ts';
import { pressed, sendFile } from '#resources/files/page.ts';
import { publishedFiles } from '#resources/files/published.ts';
import { sweepFiles } from '#resources/files/sweep.ts';
import handOut from '../../netlify/functions/files.ts';
import { docx, pdf, photoWithPlace } from '../support/attack-files.ts';
import { archive, beginResource, publish } from '../support/resources.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Files of resources, from the person who adds one to the visitor who saves it. */

let stack: TestStack;
let editor: Supabase;
let coordinator: Supabase;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  editor = await staffClient(stack, 'editor');
  coordinator = await staffClient(stack, 'coordinator');
});
afterAll(() => stack.close());

async function inspected(bytes: Buffer) {
  const { data, error } = await inspect(bytes);
  if (!data) throw new Error(error);
  return data;
}

const add = async (database: Supabase, id: string, bytes: Buffer, label = 'Packing list') =>
  addFile(database, id, await inspected(bytes), { label, given: 'x.pdf' });

/** Puts a document with a resource. Returns its row. */
async function withFile(database: Supabase, id: string, bytes = pdf(`% ${randomUUID()}\n`)) {
  const outcome = await add(database, id, bytes);
  const file = (await filesOf(database, id)).at(-1);
  if (!file) throw new Error(outcome);
  return { ...file, outcome, bytes };
}

const ask = (id: string, name: string, init: RequestInit = {}) =>
  handOut(new Request(`http://localhost:4321/files/${id}/${name}`, init), {
    ip: '127.0.0.1',
    requestId: 'request',
    params: { id, name },
  } as unknown as Context);

const objects = async (resource: string) =>
  (
    await stack.database.query<{ name: string }>(
      `select name from storage.objects where name like '${resource}/%' order by name`,
    )
  ).map(({ name }) => name);

describe('the way of a file to the site', () => {
  test('a file of a draft is there for staff, and for nobody else', async () => {
    const id = await beginResource(editor);
    const file = await withFile(editor, id);
    expect(file).toMatchObject({ outcome: 'added', file_name: 'packing-list.pdf', shown_at: null });
    expect(await objects(id)).toEqual([file.path]);
    expect(Buffer.from((await readBytes(editor, file.path)) ?? [])).toEqual(file.bytes);

    expect(await readBytes(publicFiles(), file.path)).toBeNull();
    expect((await ask(file.id, file.file_name)).status).toBe(404);
    expect((await publishedFiles()).has(id)).toBe(false);
  });

  test('published, it is handed out; archived, it is gone', async () => {
    const id = await beginResource(editor);
    const file = await withFile(editor, id);
    await publish(coordinator, id);
    expect((await publishedFiles()).get(id)).toEqual([
      {
        id: file.id,
        fileName: 'packing-list.pdf',
        label: 'Packing list',
        type: 'application/pdf',
        size: file.bytes.length,
        href: `/files/${file.id}/packing-list.pdf`,
      },
    ]);
    const answer = await ask(file.id, file.file_name);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(file.bytes);

    await archive(coordinator, id);
    expect((await ask(file.id, file.file_name)).status).toBe(404);
    expect(await readBytes(publicFiles(), file.path)).toBeNull();
    expect((await publishedFiles()).has(id)).toBe(false);
    expect(await add(coordinator, id, docx())).toBe('refused');
    expect(await objects(id)).toEqual([file.path]);
  });

  test('with what is on the site, a file of an editor waits for whoever publishes', async () => {
    const id = await beginResource(editor);
    await publish(coordinator, id);
    const file = await withFile(editor, id);
    expect(file.outcome).toBe('waits');
    expect((await ask(file.id, file.file_name)).status).toBe(404);
    await expect(showFile(editor, file.id)).rejects.toThrow('42501');
    expect(await showFile(coordinator, file.id)).toBe('shown');
    expect((await ask(file.id, file.file_name)).status).toBe(200);
    expect(await removeFile(editor, file.id)).toBe('on-site');
    expect((await ask(file.id, file.file_name)).status).toBe(200);

    const other = await withFile(coordinator, id);
    expect(other.outcome).toBe('added');
    expect((await ask(other.id, other.file_name)).status).toBe(200);
    expect(await removeFile(coordinator, other.id)).toBe('removed');
    expect((await ask(other.id, other.file_name)).status).toBe(404);
    expect(await objects(id)).toEqual([file.path]);
  });

  test('who looks a text through before it goes out learns of a file that came meanwhile', async () => {
    const id = await beginResource(editor);
    await editor.rpc('review_resource', { p_resource: id, p_version: 1, p_review: 'asked' });
    await withFile(editor, id);
    const { data } = await coordinator.rpc('publish_resource', {
      p_resource: id,
      p_version: 2,
      p_slug: `x-${id}`,
    });
    expect(data).toMatchObject({ outcome: 'changed-meanwhile' });
  });

  test("an editor's file ends a plan to publish", async () => {
    const id = await beginResource(editor);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    await coordinator.rpc('publish_resource', {
      p_resource: id,
      p_version: 1,
      p_slug: `y-${id}`,
      p_at: soon,
    });
    const planned = () =>
      stack.database.query(
        `select publish_at is not null as planned from public.resources where id = '${id}'`,
      );
    expect(await planned()).toEqual([{ planned: true }]);
    await withFile(editor, id);
    expect(await planned()).toEqual([{ planned: false }]);
  });

  test('a photo is kept upright and without its place, with its size for the page', async () => {
    const id = await beginResource(coordinator);
    const file = await withFile(coordinator, id, await photoWithPlace());
    expect(file).toMatchObject({ file_name: 'packing-list.jpg', type: 'image/jpeg', width: 40, height: 60 });
    const bytes = Buffer.from((await readBytes(coordinator, file.path)) ?? []);
    expect(bytes.length).toBe(file.size);
    expect(bytes.includes('Secretphone')).toBe(false);
  });
});

describe('what is refused leaves nothing behind', () => {
  test('the same bytes twice, an eleventh file, a resource that is not there', async () => {
    const id = await beginResource(editor);
    expect(await add(editor, id, pdf())).toBe('added');
    expect(await add(editor, id, pdf())).toBe('same');
    for (let number = 2; number <= 10; number++)
      expect(await add(editor, id, pdf(`% ${number}\n`))).toBe('added');
    expect(await add(editor, id, pdf('% 11\n'))).toBe('too-many');
    expect(await objects(id)).toHaveLength(10);
    expect(await add(editor, randomUUID(), pdf())).toBe('refused');
  });

  test('a row whose file is not there, or is another', async () => {
    const id = await beginResource(editor);
    const path = `${id}/${randomUUID()}`;
    await putBytes(editor, path, pdf(), 'application/pdf');
    const row = {
      id: path.split('/')[1] ?? '',
      resourceId: id,
      ...{ fileName: 'a.pdf', label: 'A', type: 'application/pdf', size: pdf().length },
      ...{ width: null, height: null, sha256: 'a'.repeat(64) },
    };
    for (const lie of [{ size: 5 }, { type: 'image/png', fileName: 'a.png' }, { id: randomUUID() }]) {
      const { data } = await editor.rpc('add_attachment', { p_attachment: { ...row, ...lie } });
      expect(data).toEqual({ outcome: 'no-file' });
    }
    for (const lie of [{ fileName: 'a.exe' }, { fileName: '../a.pdf' }, { sha256: 'x' }, { label: '' }]) {
      const { error } = await editor.rpc('add_attachment', { p_attachment: { ...row, ...lie } });
      expect(error, JSON.stringify(lie)).not.toBeNull();
    }
    const { data } = await editor.rpc('add_attachment', { p_attachment: row });
    expect(data).toEqual({ outcome: 'added' });
  });
});

describe('who may do what in Storage itself', () => {
  const place = async () => `${await beginResource(coordinator)}/${randomUUID()}`;
  test('visitors put nothing in, anywhere', async () => {
    expect(await putBytes(publicFiles(), await place(), pdf(), 'application/pdf')).toBe(false);
  });

  test('staff put files in the place of a resource only, of five kinds only, and never over another', async () => {
    const path = await place();
    expect(await putBytes(editor, path, pdf(), 'application/pdf')).toBe(true);
    const refused: [string, string, Buffer, string][] = [
      ['over another', path, docx(), 'application/pdf'],
      ['no resource', `${randomUUID()}/${randomUUID()}`, pdf(), 'application/pdf'],
      ['a path of its own', 'index.html', pdf(), 'application/pdf'],
      ['deeper', `${path}/a`, pdf(), 'application/pdf'],
      ['out of its bucket', `../${path}`, pdf(), 'application/pdf'],
      ['a page', await place(), Buffer.from('<script>'), 'text/html'],
      ['too large', await place(), Buffer.alloc(5_242_881), 'application/pdf'],
    ];
    for (const [what, to, bytes, type] of refused)
      expect(await putBytes(editor, to, bytes, type), what).toBe(false);
    expect(Buffer.from((await readBytes(editor, path)) ?? [])).toEqual(pdf());
  });

  test('nobody changes, moves or takes out a file that a resource has', async () => {
    const id = await beginResource(editor);
    const file = await withFile(editor, id);
    await publish(coordinator, id);
    for (const who of [publicFiles(), editor, coordinator]) {
      const bucket = who.storage.from('attachments');
      await bucket.update(file.path, docx(), { contentType: 'application/pdf', upsert: true });
      await bucket.upload(file.path, docx(), { contentType: 'application/pdf', upsert: true });
      await bucket.move(file.path, `${id}/${randomUUID()}`);
      await bucket.remove([file.path]);
    }
    expect(Buffer.from((await readBytes(editor, file.path)) ?? [])).toEqual(file.bytes);
    expect((await ask(file.id, file.file_name)).status).toBe(200);
  });

  test('visitors learn of no bucket and list no files', async () => {
    await withFile(editor, await beginResource(editor));
    const { data: buckets } = await publicFiles().storage.listBuckets();
    expect(buckets ?? []).toEqual([]);
    const { data: listed } = await publicFiles().storage.from('attachments').list();
    const seen = (listed ?? []).map(({ name }) => name.split('/')[0]);
    const open = await stack.database.query<{ id: string }>(
      "select id from public.resources where status = 'published'",
    );
    expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(seen));
  });
});

describe('handing out', () => {
  async function shown(bytes?: Buffer) {
    const id = await beginResource(coordinator);
    await publish(coordinator, id);
    return withFile(coordinator, id, bytes);
  }

  test('a document is to be saved, and runs nothing', async () => {
    const file = await shown();
    const answer = await ask(file.id, file.file_name);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(file.bytes.length),
      'content-disposition': 'attachment; filename="packing-list.pdf"',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age') as string,
      etag: `"${file.sha256}"`,
      'cache-control': 'public, max-age=0, must-revalidate',
      'netlify-cache-tag': `files,files-${file.resource_id}`,
    });
    const seconds = Number(/max-age=(\d+)/.exec(answer.headers.get('Netlify-CDN-Cache-Control') ?? '')?.[1]);
    expect(seconds).toBeLessThanOrEqual(300);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('a picture may be shown', async () => {
    const file = await shown(await photoWithPlace());
    const answer = await ask(file.id, file.file_name);
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="packing-list.jpg"');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
  });

  test('HEAD says the same without the bytes, and who has it already gets 304', async () => {
    const file = await shown();
    const head = await ask(file.id, file.file_name, { method: 'HEAD' });
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect(head.headers.get('content-length')).toBe(String(file.bytes.length));
    for (const tag of [`"${file.sha256}"`, `"x", W/"${file.sha256}"`]) {
      const again = await ask(file.id, file.file_name, { headers: { 'If-None-Match': tag } });
      expect([again.status, again.headers.get('netlify-cache-tag')]).toEqual([
        304,
        `files,files-${file.resource_id}`,
      ]);
    }
    expect((await ask(file.id, file.file_name, { headers: { 'If-None-Match': '"other"' } })).status).toBe(
      200,
    );
  });

  test('everything else is the same 404, to the byte', async () => {
    const draft = await withFile(editor, await beginResource(editor));
    const open = await shown();
    const answers = await Promise.all([
      ask(draft.id, draft.file_name),
      ask(open.id, 'another.pdf'),
      ask(open.id, ''),
      ask(randomUUID(), 'a.pdf'),
      ask('nothing', 'a.pdf'),
      ask("' or 1=1 --", '../../etc/passwd'),
      ask(draft.id, draft.file_name, { headers: { 'If-None-Match': `"${draft.sha256}"` } }),
    ]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(bodies).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('cache-control')))).toEqual(
      new Set(['private, no-store']),
    );
  });

  test('other methods are refused, and a database that is away is said as such', async () => {
    const file = await shown();
    expect((await ask(file.id, file.file_name, { method: 'DELETE' })).status).toBe(405);
    vi.spyOn(console, 'log').mockImplementation(() => {});
    await stack.takeDatabaseDown();
    try {
      const answer = await ask(file.id, file.file_name);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('Retry-After')).not.toBeNull();
    } finally {
      await stack.bringDatabaseBack();
      vi.restoreAllMocks();
    }
  });
});

describe('the form', () => {
  const requestId = '01KAV6ZS3T8Q4M9XY2NB7C5DRW';
  /** The page it was sent to, as far as its answer says something. */
  const pageOf = (request: Request) =>
    ({
      request,
      clientAddress: '127.0.0.1',
      response: { headers: new Headers() },
      routePattern: '/staff/resources/[id]/files',
      locals: { requestId },
    }) as unknown as FormPage;
  async function send(id: string, fields: Record<string, string | File>, database = editor) {
    return (await sendTo(id, fields, database)).sent;
  }
  async function sendTo(id: string, fields: Record<string, string | File>, database = editor) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const request = new Request('http://localhost:4321/staff/resources/x/files/', {
      method: 'POST',
      body: form,
    });
    const page = pageOf(request);
    return { page, sent: await sendFile(page, database, id, await readUpload(request, 'file')) };
  }
  const file = (bytes: Buffer, name: string, type = '') => new File([new Uint8Array(bytes)], name, { type });

  test('what the browser says of a file decides nothing', async () => {
    const id = await beginResource(editor);
    const sent = await send(id, { label: 'List', file: file(pdf(), 'evil\u202efdp.exe', 'text/html') });
    expect(sent.result).toBe('added');
    expect(await filesOf(editor, id)).toMatchObject([{ file_name: 'list.pdf', type: 'application/pdf' }]);
    const page = await send(id, {
      label: 'Me',
      file: file(Buffer.from('<svg onload=alert(1)>'), 'me.png', 'image/png'),
    });
    expect(page.trouble?.errors).toEqual({ file: [expect.stringContaining('SVG') as string] });
  });

  test('everything that is wrong is said at once, and the words are kept', async () => {
    const id = await beginResource(editor);
    expect((await send(id, { label: '' })).trouble).toMatchObject({
      status: 422,
      errors: { file: ['Choose a file'], label: [expect.stringContaining('Say what it is') as string] },
    });
    const empty = await send(id, { label: 'Kept', file: file(Buffer.alloc(0), 'a.pdf') });
    expect(empty.typed).toEqual({ label: 'Kept' });
    expect(empty.trouble?.errors?.['file']?.[0]).toContain('empty');
    const unsaid = await send(id, { file: file(pdf(), 'a.pdf') });
    expect(unsaid.trouble?.errors).toMatchObject({ file: [expect.stringContaining('once more') as string] });
    for (const label of ['a\u202egpj.exe', 'x'.repeat(121), 'two\nlines', 'null\u0000']) {
      expect((await send(id, { label, file: file(pdf(), 'a.pdf') })).trouble?.errors, label).toHaveProperty(
        'label',
      );
    }
    expect(await filesOf(editor, id)).toEqual([]);
  });

  test('a database that is away is said with the number that the log has, and the words are kept', async () => {
    const id = await beginResource(editor);
    const logged = vi.spyOn(console, 'log').mockImplementation(() => {});
    await stack.takeDatabaseDown();
    try {
      const { page, sent } = await sendTo(id, { label: 'Kept', file: file(pdf(), 'a.pdf') });
      expect(sent).toMatchObject({ result: null, trouble: { status: 503 }, typed: { label: 'Kept' } });
      expect(sent.trouble?.errors?.['file']?.[0]).toContain(`name the number ${sayable(requestId)}.`);
      expect(Number(page.response.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(logged.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toEqual([
        {
          ...{ at: expect.any(String) as string, event: 'failed', status: 503, code: 'DatabaseUnavailable' },
          ...{ requestId, route: '/staff/resources/[id]/files' },
        },
      ]);
    } finally {
      await stack.bringDatabaseBack();
      vi.restoreAllMocks();
    }
  });

  test('a file of another resource is not removed from here', async () => {
    const mine = await beginResource(editor);
    const other = await withFile(coordinator, await beginResource(coordinator));
    expect(await pressed(editor, mine, { action: 'remove', id: other.id })).toBe('removed');
    expect(await filesOf(coordinator, other.resource_id)).toHaveLength(1);
  });
});

describe('what belongs to nothing', () => {
  test('is taken out after a day, and not before', async () => {
    const id = await beginResource(editor);
    const kept = await withFile(editor, id);
    const lost = `${id}/${randomUUID()}`;
    await putBytes(editor, lost, pdf('% lost\n'), 'application/pdf');
    await sweepFiles();
    expect(await objects(id)).toEqual([kept.path, lost].sort());
    await stack.database.query(
      `update storage.objects set created_at = now() - interval '25 hours' where name like '${id}/%'`,
    );
    expect(await sweepFiles()).toBe(1);
    expect(await objects(id)).toEqual([kept.path]);
    expect(await readBytes(serviceFiles(), lost)).toBeNull();
  });

  test('goes with a draft that is deleted', async () => {
    const id = await beginResource(editor);
    await withFile(editor, id);
    const { data } = await editor.rpc('drop_draft', { p_resource: id, p_version: 1, p_what: 'draft' });
    expect(data).toEqual({ outcome: 'deleted' });
    await stack.database.query(
      `update storage.objects set created_at = now() - interval '25 hours' where name like '${id}/%'`,
    );
    expect(await sweepFiles()).toBe(1);
    expect(await objects(id)).toEqual([]);
  });
});
