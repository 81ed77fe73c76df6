import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, sqlState, startRealPostgres, type Client, type FreshDatabase } from '../support/postgres.ts';

/** Who may do what with a resource, and that the faster one is never run over, on a real PostgreSQL. */

const people = ['anon', 'stranger', 'deactivated', 'editor', 'coordinator', 'clinician', 'admin'] as const;
type Person = (typeof people)[number];
const writers: Person[] = ['editor', 'coordinator', 'clinician', 'admin'];
const publishers: Person[] = ['coordinator', 'clinician', 'admin'];
const idOf = (person: Person) => `00000000-0000-4000-8000-00000000000${people.indexOf(person)}`;

let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
let database: FreshDatabase;
let owner: Client;

beforeAll(async () => {
  postgres = await startRealPostgres();
  database = await postgres.freshDatabase();
  owner = database.owner;
  await addStaff(owner);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await postgres.close();
});

async function addStaff(client: Client): Promise<void> {
  const known = people.filter((person) => person !== 'anon');
  await client.unsafe(`
    insert into auth.users (id, email) values ${known.map((person) => `('${idOf(person)}', '${person}@example.org')`).join(', ')};
    insert into public.staff (user_id, email, display_name, role, active)
    select id, email, initcap(split_part(email, '@', 1)),
      case when email like 'deactivated%' then 'admin' else split_part(email, '@', 1) end, email not like 'deactivated%'
    from auth.users where email not like 'stranger%'`);
}

/** Sets who a connection is, as PostgREST does; within a transaction with `local`. */
async function become(client: Client, person: Person, local: boolean): Promise<void> {
  const role = person === 'anon' ? 'anon' : 'authenticated';
  const claims = role === 'anon' ? { role } : { role, sub: idOf(person) };
  await client.unsafe(`
    set ${local ? 'local' : 'session'} role ${role};
    select set_config('request.jwt.claims', '${JSON.stringify(claims)}', ${local}),
           set_config('request.jwt.claim.sub', '${claims.sub ?? ''}', ${local}),
           set_config('request.jwt.claim.role', '${role}', ${local})`);
}

/** Does something as a person and keeps it. */
async function as<Result>(person: Person, work: () => Promise<Result>, keep = true): Promise<Result> {
  await owner.unsafe('begin');
  let end = 'rollback';
  try {
    await become(owner, person, true);
    const result = await work();
    if (keep) end = 'commit';
    return result;
  } finally {
    await owner.unsafe(end);
  }
}

interface Answer {
  outcome: string;
  version: number;
  slug?: string;
  by?: string;
}
interface BulkAnswer {
  done: { id: string; version: number; was: object; title: string }[];
  skipped: { id: string; why: string; by: string | null }[];
}

const words = (title: string, more: object = {}) => ({
  title,
  summary: 'In a sentence.',
  body: 'What there is to say.',
  kind: 'guide',
  topics: ['housing'],
  audience: 'everyone',
  language: 'en',
  services: [],
  links: [],
  reviewBy: null,
  ...more,
});

/** A call of the API, by its arguments' names. */
const ask = <Result = Answer>(name: string, values: Record<string, unknown>, client: Client = owner) => {
  const entries = Object.entries(values);
  const types: Record<string, string> = {
    p_resource: 'uuid',
    p_id: 'uuid',
    p_pair: 'uuid',
    p_ids: 'uuid[]',
    p_version: 'integer',
    p_number: 'integer',
    p_keep: 'boolean',
    p_at: 'timestamptz',
    p_expires_at: 'timestamptz',
  };
  const placed = entries.map(
    ([key], index) => `${key} => ($${index + 1}::text)::${types[key] ?? (isJson(key) ? 'jsonb' : 'text')}`,
  );
  const given = entries.map(([key, value]) => (isJson(key) ? JSON.stringify(value) : String(value)));
  return call<Result>(client, `public.${name}(${placed.join(', ')})`, given);
};
const isJson = (key: string) => key === 'p_draft' || key === 'p_action' || key === 'p_attachment';

let made = 0;
async function aDraft(more: object = {}, author: Person = 'editor'): Promise<string> {
  const id = randomUUID();
  await as(author, () => ask('create_resource', { p_id: id, p_draft: words(`Draft ${++made}`, more) }));
  return id;
}
async function aPublished(more: object = {}): Promise<{ id: string; slug: string; version: number }> {
  const id = await aDraft(more);
  const slug = `published-${made}`;
  const { version } = await as('coordinator', () =>
    ask('publish_resource', { p_resource: id, p_version: 1, p_slug: slug }),
  );
  return { id, slug, version };
}
const row = async (id: string) =>
  (await owner.unsafe('select * from public.resources where id = $1', [id]))[0] as Record<string, unknown>;
const recorded = async (id: string) =>
  (await owner.unsafe('select action from public.audit_log where subject_id = $1 order by id', [id])).map(
    (line) => line['action'] as string,
  );

describe('who may', () => {
  test('is said by every function of the desk for every role', async () => {
    const draft = await aDraft();
    const sent = await aDraft();
    const { id: live, version } = await aPublished();
    const { id: off, version: offVersion } = await aPublished();
    await as('admin', () => ask('archive_resource', { p_resource: off, p_version: offVersion }));
    const [file, path] = [randomUUID(), `${draft}/${randomUUID()}`];
    await owner.unsafe(
      `insert into public.attachments (id, resource_id, file_name, label, type, size, sha256, path)
       values ($1, $2, 'a.pdf', 'A', 'application/pdf', 1, repeat('a', 64), $3)`,
      [file, draft, path],
    );
    const calls: Record<string, [allowed: Person[], work: () => Promise<unknown>]> = {
      create: [writers, () => ask('create_resource', { p_id: randomUUID(), p_draft: words('New') })],
      save: [
        writers,
        () => ask('save_resource', { p_resource: draft, p_draft: words('Other'), p_version: 1 }),
      ],
      'ask for a look': [
        writers,
        () => ask('review_resource', { p_resource: draft, p_version: 1, p_review: 'asked' }),
      ],
      'send back': [
        publishers,
        () =>
          ask('review_resource', { p_resource: sent, p_version: 1, p_review: 'sent-back', p_note: 'More.' }),
      ],
      publish: [
        publishers,
        () => ask('publish_resource', { p_resource: draft, p_version: 1, p_slug: 'a-draft' }),
      ],
      drop: [writers, () => ask('drop_draft', { p_resource: draft, p_version: 1, p_what: 'draft' })],
      archive: [publishers, () => ask('archive_resource', { p_resource: live, p_version: version })],
      reopen: [writers, () => ask('reopen_resource', { p_resource: off, p_version: offVersion + 1 })],
      restore: [
        writers,
        () => ask('restore_resource', { p_resource: live, p_version: version, p_number: 1 }),
      ],
      'end previews': [writers, () => ask('end_previews', { p_resource: draft })],
      bulk: [
        publishers,
        () => ask('bulk_resources', { p_ids: `{${live}}`, p_action: { do: 'archive', versions: {} } }),
      ],
      'add a file': [
        writers,
        () =>
          ask('add_attachment', {
            p_attachment: {
              ...{ id: randomUUID(), resourceId: draft, fileName: 'b.pdf', label: 'B' },
              ...{ type: 'application/pdf', size: 1, sha256: 'b'.repeat(64) },
              path: `${draft}/${randomUUID()}`,
            },
          }),
      ],
      'remove a file': [writers, () => call(owner, 'public.remove_attachment($1::uuid)', [file])],
    };
    for (const [name, [allowed, work]] of Object.entries(calls)) {
      const ends: Record<string, string | null> = {};
      for (const person of people) ends[person] = await as(person, () => sqlState(work()), false);
      const wanted = people.map((person) => [person, allowed.includes(person) ? null : '42501']);
      expect(ends, name).toEqual(Object.fromEntries(wanted));
    }
  });

  test('nobody writes past the functions, nor calls what is inside them', async () => {
    const { id } = await aPublished();
    for (const person of people)
      for (const statement of [
        `update public.resources set status = 'archived' where id = '${id}'`,
        `delete from public.resources where id = '${id}'`,
        `insert into public.resource_versions (resource_id, number, content, what) values ('${id}', 99, '{}', 'saved')`,
        `delete from public.resource_versions`,
        `insert into public.gone_addresses (slug) values ('gone')`,
        `select private.put_on_site((select r from public.resources r where id = '${id}'), 'x')`,
        'select public.publish_due_resources()',
      ])
        expect(
          await as(person, () => sqlState(owner.unsafe(statement)), false),
          `${person}: ${statement}`,
        ).toBe('42501');
  });

  test('a visitor reads what is published, and nothing of drafts, keys and versions', async () => {
    const draft = await aDraft();
    const { id, slug } = await aPublished();
    const seen = await as('anon', () =>
      owner.unsafe<{ id: string }[]>('select id, slug from public.resources'),
    );
    expect(seen.map((one) => one.id)).toContain(id);
    expect(seen.map((one) => one.id)).not.toContain(draft);
    for (const column of ['draft', 'preview_key', 'author_name', 'review_note', 'review_from', 'version'])
      expect(
        await as(
          'anon',
          () => sqlState(owner.unsafe(`select ${column} from public.resources where slug = '${slug}'`)),
          false,
        ),
        column,
      ).toBe('42501');
    expect(
      await as('anon', () => sqlState(owner.unsafe('select * from public.resource_versions')), false),
    ).toBe('42501');
  });
});

describe('somebody was faster', () => {
  test('every change names who and when, and changes nothing', async () => {
    const { id, version } = await aPublished();
    const saved = await as('clinician', () =>
      ask('save_resource', { p_resource: id, p_draft: words('Faster'), p_version: version }),
    );
    expect(saved).toMatchObject({ outcome: 'saved', version: version + 1 });
    const before = await row(id);
    const seen = { p_resource: id, p_version: version };
    for (const [name, more] of [
      ['save_resource', { p_draft: words('Slower') }],
      ['review_resource', { p_review: 'asked' }],
      ['publish_resource', { p_slug: 'slower' }],
      ['drop_draft', { p_what: 'draft' }],
      ['archive_resource', {}],
      ['reopen_resource', {}],
      ['restore_resource', { p_number: 1 }],
    ] as const)
      expect(await as('admin', () => ask(name, { ...seen, ...more })), name).toMatchObject({
        outcome: 'changed-meanwhile',
        by: 'Clinician',
        version: version + 1,
      });
    const bulk = await as('admin', () =>
      ask<BulkAnswer>('bulk_resources', {
        p_ids: `{${id}}`,
        p_action: { do: 'archive', versions: { [id]: version } },
      }),
    );
    expect(bulk).toMatchObject({ done: [], skipped: [{ id, why: 'changed-meanwhile', by: 'Clinician' }] });
    expect(await row(id)).toEqual(before);
  });

  const publishers24 = async (fresh: FreshDatabase) => {
    const clients = await fresh.clients(24);
    for (const client of clients) {
      await client.unsafe('reset role');
      await become(client, 'coordinator', false);
    }
    const id = randomUUID();
    await ask('create_resource', { p_id: id, p_draft: words('Wanted by many') }, fresh.owner);
    const answers = await Promise.all(
      clients.map((client, index) =>
        ask('publish_resource', { p_resource: id, p_version: 1, p_slug: `wanted-${index}` }, client),
      ),
    );
    return answers.map(({ outcome }) => outcome).sort();
  };

  test('of 24 who publish the same version at once exactly one does, and the others hear of it', async () => {
    await using fresh = await postgres.freshDatabase();
    await addStaff(fresh.owner);
    const outcomes = await publishers24(fresh);
    expect(outcomes.filter((outcome) => outcome === 'published')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(23);
  });

  test('negative control: without the lock more than one would', async () => {
    await using fresh = await postgres.freshDatabase();
    await addStaff(fresh.owner);
    await fresh.owner.unsafe(`
      create or replace function private.lock_resource(p_resource uuid) returns public.resources
      language sql volatile set search_path = ''
      as $$ select r from public.resources r, pg_sleep(0.2) where id = p_resource $$`);
    const outcomes = await publishers24(fresh);
    expect(outcomes.filter((outcome) => outcome === 'published').length).toBeGreaterThan(1);
  });
});

describe('what is public', () => {
  test('of a draft is only what a page shows, whatever else somebody put into it', async () => {
    const id = await aDraft({
      status: 'published',
      slug: 'mine',
      author_id: idOf('admin'),
      preview_key: randomUUID(),
      secret: 'said',
      services: [{ name: 'A place', what: '', secret: 'said' }],
      links: [{ label: 'A', url: 'https://example.org/', secret: 'said' }],
    });
    expect(await row(id)).toMatchObject({ status: 'draft', slug: null, author_id: idOf('editor') });
    await as('admin', () => ask('publish_resource', { p_resource: id, p_version: 1, p_slug: 'only-known' }));
    const [shown] = await as('anon', () =>
      owner.unsafe('select id, slug, title, services, links from public.resources where id = $1', [id]),
    );
    expect(shown).toMatchObject({ slug: 'only-known' });
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect(await row(id)).toMatchObject({ author_id: idOf('editor'), reviewer_name: 'Admin' });
  });

  test.each<[string, object]>([
    ['no title', { title: ' ' }],
    ['topics that are no list', { topics: { a: 1 } }],
    ['a topic nobody knows', { topics: ['weather'] }],
    ['services that are no list', { services: 'many' }],
    ['a date that is none', { reviewBy: 'soon' }],
  ])('a draft with %s does not go out, now or planned', async (_, more) => {
    const id = await aDraft(more);
    for (const later of [{}, { p_at: '2040-01-01T00:00:00Z' }])
      expect(
        await as('admin', () =>
          ask('publish_resource', { p_resource: id, p_version: 1, p_slug: `x-${made}`, ...later }),
        ),
      ).toMatchObject({ outcome: 'incomplete' });
    expect(await row(id)).toMatchObject({ status: 'draft', slug: null, version: 1, publish_at: null });
  });

  test('an address is taken once, stays with its text, and is told when the text is gone', async () => {
    const { id, slug, version } = await aPublished();
    const other = await aDraft();
    const publish = (p_slug: string) =>
      as('admin', () => ask('publish_resource', { p_resource: other, p_version: 1, p_slug }));
    expect(await publish(slug)).toMatchObject({ outcome: 'slug-taken' });
    expect(await publish(`${slug}-2`)).toMatchObject({ outcome: 'published', slug: `${slug}-2` });
    await as('admin', () =>
      ask('archive_resource', { p_resource: id, p_version: version, p_replaced_by: `${slug}-2` }),
    );
    const gone = () => owner.unsafe('select replaced_by from public.gone_addresses where slug = $1', [slug]);
    expect(await gone()).toEqual([{ replaced_by: `${slug}-2` }]);
    const opened = await as('editor', () =>
      ask('reopen_resource', { p_resource: id, p_version: version + 1 }),
    );
    const again = await as('admin', () =>
      ask('publish_resource', { p_resource: id, p_version: opened.version, p_slug: 'another' }),
    );
    expect(again).toMatchObject({ outcome: 'published', slug });
    expect(await gone()).toEqual([]);
  });

  test('a pair has each language once, and saving the same one twice loses nothing', async () => {
    const first = await aDraft();
    const second = randomUUID();
    const begin = (language: string, p_id = second) =>
      as('editor', () =>
        ask('create_resource', { p_id, p_draft: words('Dos', { language }), p_pair: first }),
      );
    expect(await begin('en')).toMatchObject({ outcome: 'paired' });
    expect(await begin('es')).toMatchObject({ outcome: 'created' });
    expect(await begin('es')).toMatchObject({ outcome: 'same' });
    expect(await begin('es', randomUUID())).toMatchObject({ outcome: 'paired' });
    expect(
      await as('editor', () =>
        ask('save_resource', { p_resource: second, p_draft: words('Dos'), p_version: 1 }),
      ),
    ).toMatchObject({ outcome: 'saved' });
    expect(
      await as('admin', () => ask('publish_resource', { p_resource: second, p_version: 2, p_slug: 'dos' })),
    ).toMatchObject({ outcome: 'paired' });
  });
});

describe('what comes due', () => {
  test('goes out and leaves by itself, and one that is broken stops no other', async () => {
    const planned = await aDraft();
    const broken = await aDraft();
    const { id: ending, version } = await aPublished();
    for (const id of [broken, planned])
      expect(
        await as('admin', () =>
          ask('publish_resource', {
            p_resource: id,
            p_version: 1,
            p_slug: `due-${id.slice(0, 8)}`,
            p_at: '2040-01-01T00:00:00Z',
          }),
        ),
      ).toMatchObject({ outcome: 'scheduled', version: 2 });
    expect(await call(owner, 'public.publish_due_resources()')).toBe(0);
    // nothing that staff press breaks a plan that was tried: a rule that came later may
    await owner.unsafe(
      `update public.resources set publish_at = now() - interval '1 minute',
         draft = case when id = $1 then draft || '{"title": ""}' else draft end where id in ($1, $2)`,
      [broken, planned],
    );
    await owner.unsafe("update public.resources set expires_at = now() - interval '1 minute' where id = $1", [
      ending,
    ]);
    expect(await call(owner, 'public.publish_due_resources()')).toBe(3);
    expect(await row(planned)).toMatchObject({ status: 'published', draft: null, publish_at: null });
    expect(await row(broken)).toMatchObject({ status: 'draft', review: 'sent-back', publish_at: null });
    expect(await row(ending)).toMatchObject({ status: 'archived', version: version + 1 });
    expect((await recorded(broken)).at(-1)).toBe('publish-failed');
    expect((await recorded(planned)).at(-1)).toBe('publish');
    expect((await recorded(ending)).at(-1)).toBe('archive');
    expect(await call(owner, 'public.publish_due_resources()')).toBe(0);
  });

  test('an editor who changes what was planned takes the plan back, a publisher does not', async () => {
    const id = await aDraft();
    const plan = (p_version: number) =>
      as('admin', () =>
        ask('publish_resource', {
          p_resource: id,
          p_version,
          p_slug: 'planned-x',
          p_at: '2040-01-01T00:00:00Z',
        }),
      );
    const save = (person: Person, p_version: number) =>
      as(person, () => ask('save_resource', { p_resource: id, p_draft: words('New'), p_version }));
    await plan(1);
    await save('coordinator', 2);
    expect((await row(id))['publish_at']).not.toBeNull();
    await save('editor', 3);
    expect((await row(id))['publish_at']).toBeNull();
  });
});

describe('several at once', () => {
  const bulk = (ids: string[], action: object, person: Person = 'coordinator') =>
    as(person, () => ask<BulkAnswer>('bulk_resources', { p_ids: `{${ids.join(',')}}`, p_action: action }));
  const undo = ({ done }: BulkAnswer) =>
    bulk(
      done.map(({ id }) => id),
      {
        do: 'undo',
        was: Object.fromEntries(done.map(({ id, version, was }) => [id, { version, standing: was }])),
      },
    );
  const versions = (...all: { id: string; version: number }[]) =>
    Object.fromEntries(all.map(({ id, version }) => [id, version]));

  test('those that can are archived, the others are named; taken back they stand on the site as before', async () => {
    const [one, two] = [await aPublished(), await aPublished()];
    const draft = await aDraft();
    await owner.unsafe("update public.resources set expires_at = '2040-01-01Z' where id = $1", [one.id]);
    const stood = await row(one.id);
    const nobody = randomUUID();
    const answer = await bulk([one.id, two.id, draft, nobody], {
      do: 'archive',
      versions: versions(one, two, { id: draft, version: 1 }),
    });
    expect(answer.done.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(Object.fromEntries(answer.skipped.map(({ id, why }) => [id, why]))).toEqual({
      [draft]: 'not-published',
      [nobody]: 'unknown',
    });
    expect(await row(one.id)).toMatchObject({ status: 'archived', expires_at: null });
    // somebody opens the second one again meanwhile
    await as('editor', () => ask('reopen_resource', { p_resource: two.id, p_version: two.version + 1 }));
    const back = await undo(answer);
    expect(back.done.map(({ id }) => id)).toEqual([one.id]);
    expect(back.skipped).toMatchObject([{ id: two.id, why: 'changed-meanwhile', by: 'Editor' }]);
    const { status, expires_at, archived_at } = stood;
    expect(await row(one.id)).toMatchObject({ status, expires_at, archived_at, version: one.version + 2 });
    expect(await recorded(one.id)).toEqual(['create', 'publish', 'archive', 'undo']);
    expect((await undo(answer)).done).toEqual([]);
  });

  test('a day and a topic go to what is published and to what is being written, and back again', async () => {
    const live = await aPublished();
    const { version } = await as('editor', () =>
      ask('save_resource', { p_resource: live.id, p_draft: words('Newer'), p_version: live.version }),
    );
    const draft = await aDraft();
    const full = await aDraft({ topics: ['housing', 'work', 'money'] });
    const seen = versions({ id: live.id, version }, { id: draft, version: 1 }, { id: full, version: 1 });
    const before = [await row(live.id), await row(draft)];
    const topic = await bulk([live.id, draft, full], { do: 'add-topic', topic: 'legal', versions: seen });
    expect(topic.skipped).toMatchObject([{ id: full, why: 'full' }]);
    expect(await row(live.id)).toMatchObject({
      topics: '{housing,legal}',
      draft: { topics: ['housing', 'legal'], title: 'Newer' },
    });
    expect(await row(draft)).toMatchObject({ topics: '{}', draft: { topics: ['housing', 'legal'] } });
    const after = versions(...topic.done);
    const day = await bulk([live.id, draft], { do: 'review-by', date: '2027-05-01', versions: after });
    expect(await row(draft)).toMatchObject({ review_by: null, draft: { reviewBy: '2027-05-01' } });
    const again = await bulk([live.id], {
      do: 'review-by',
      date: '2027-05-01',
      versions: versions(...day.done),
    });
    expect(again.skipped).toMatchObject([{ why: 'same' }]);
    expect((await undo(day)).done).toHaveLength(2);
    for (const [index, id] of [live.id, draft].entries()) {
      const { review_by, draft: written } = await row(id);
      expect(review_by).toEqual(before[index]?.['review_by']);
      expect(written).toMatchObject({ reviewBy: null, topics: ['housing', 'legal'] });
    }
    expect((await undo(topic)).done).toEqual([]);
  });

  test('an order that makes no sense, or is too long, is refused', async () => {
    for (const action of [{}, { do: 'delete' }, { do: 'review-by' }, { do: 'add-topic' }])
      expect(await sqlState(bulk([randomUUID()], action))).toBe('22023');
    expect(
      await sqlState(
        bulk(
          Array.from({ length: 101 }, () => randomUUID()),
          { do: 'archive' },
        ),
      ),
    ).toBe('22023');
  });

  test('many who do it to the same ones at once do it once each, and nobody waits for ever', async () => {
    await using fresh = await postgres.freshDatabase();
    await addStaff(fresh.owner);
    const ids = Array.from({ length: 10 }, () => randomUUID());
    for (const [index, id] of ids.entries()) {
      await ask('create_resource', { p_id: id, p_draft: words(`One ${index}`) }, fresh.owner);
      await ask('publish_resource', { p_resource: id, p_version: 1, p_slug: `one-${index}` }, fresh.owner);
    }
    const clients = await fresh.clients(12);
    const seen = Object.fromEntries(ids.map((id) => [id, 2]));
    const answers = await Promise.all(
      clients.map((client, index) =>
        ask<BulkAnswer>(
          'bulk_resources',
          {
            p_ids: `{${(index % 2 ? ids : [...ids].reverse()).join(',')}}`,
            p_action: { do: 'archive', versions: seen },
          },
          client,
        ),
      ),
    );
    const done = answers.flatMap((answer) => answer.done.map(({ id }) => id));
    expect(done.sort()).toEqual([...ids].sort());
  });
});

test('what was restored is the draft, and every version stays', async () => {
  const { id, version } = await aPublished();
  await as('editor', () =>
    ask('save_resource', { p_resource: id, p_draft: words('Second'), p_version: version }),
  );
  const back = await as('editor', () =>
    ask('restore_resource', { p_resource: id, p_version: version + 1, p_number: 1 }),
  );
  expect(back).toMatchObject({ outcome: 'restored', version: version + 2 });
  const { draft, title } = await row(id);
  expect((draft as { title: string }).title).toBe(title);
  const kept = await owner.unsafe(
    'select number, what from public.resource_versions where resource_id = $1 order by number',
    [id],
  );
  expect(kept.map((one) => `${one['number']} ${one['what']}`)).toEqual([
    '1 saved',
    '2 published',
    '3 saved',
    '4 restored',
  ]);
});

test('a new key ends the links to a draft, and says so in the record', async () => {
  const id = await aDraft();
  const { preview_key: before } = await row(id);
  expect(await as('editor', () => ask('end_previews', { p_resource: id }))).toBe(true);
  expect((await row(id))['preview_key']).not.toBe(before);
  expect(await recorded(id)).toEqual(['create', 'end-previews']);
  expect(await as('editor', () => ask('end_previews', { p_resource: randomUUID() }))).toBe(false);
});
