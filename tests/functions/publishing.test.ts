import type { Context, DeployFailedEvent } from '@netlify/functions';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serviceDatabase } from '#platform/database.ts';
import { setEnvironment } from '#platform/environment.ts';
import { askForBuild } from '#publishing/ask.ts';
import { siteBuilds } from '#publishing/site-builds.ts';
import { freePort, serve } from '../../local/node-server.ts';
import deploys from '../../netlify/functions/deploys.ts';
import publishDue from '../../netlify/functions/publish-due.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** When the site that runs was built: a file of the project, which tests leave alone. */
const stamp = vi.hoisted(() => ({ builtAt: null as string | null }));
vi.mock('#platform/build-stamp.ts', () => ({ buildStamp: () => ({ version: 'test', ...stamp }) }));

let stack: TestStack;
let hook: { close(): Promise<void> };
let address: string;
/** What the host was asked, and what it answers. */
const asked: string[] = [];
let answers = 202;

beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  const port = await freePort();
  address = `http://127.0.0.1:${port}/hook`;
  hook = await serve(port, 'PORT', async (request) => {
    asked.push(request.method);
    return new Response(null, { status: answers });
  });
});
afterAll(async () => {
  await hook.close();
  await stack.close();
});
beforeEach(async () => {
  setEnvironment({ BUILD_HOOK_URL: address });
  answers = 202;
  await stack.database.query(
    'update public.site_builds set asked_at = null, failed_at = null, failure = null',
  );
});
afterEach(() => asked.splice(0));

const builds = () => siteBuilds(serviceDatabase());
const failure = async () =>
  (await stack.database.query<{ failure: string | null }>('select failure from public.site_builds'))[0]
    ?.failure;

describe('Asking for a new site', () => {
  test('asks the host once, and writes down when', async () => {
    await askForBuild();
    expect(asked).toEqual(['POST']);
    expect((await builds()).askedAt).not.toBeNull();
  });

  test('of ten changes at once asks at most twice, the second time after the quiet', async () => {
    const waits: (() => void)[] = [];
    const wait = (milliseconds: number) => {
      expect(milliseconds).toBeGreaterThan(20_000);
      return new Promise<void>((resolve) => waits.push(resolve));
    };
    const all = Array.from({ length: 10 }, () => askForBuild({ wait }));
    await expect.poll(() => waits.length, { timeout: 15_000 }).toBe(9);
    expect(asked).toHaveLength(1);
    await stack.database.query(`update public.site_builds set asked_at = asked_at - interval '21 seconds'`);
    for (const go of waits) go();
    await Promise.all(all);
    expect(asked).toHaveLength(2);
  });

  test('keeps to itself what the host answers, and writes down that it did not take it', async () => {
    answers = 500;
    await askForBuild();
    expect(await failure()).toBe('hook-failed');
  });

  test('never throws: not without a host, nor without an address, nor without a database', async () => {
    setEnvironment({ BUILD_HOOK_URL: 'http://127.0.0.1:1/' });
    await askForBuild();
    expect(await failure()).toBe('hook-failed');
    await stack.takeDatabaseDown();
    await askForBuild();
    await stack.bringDatabaseBack();
    expect(asked).toEqual([]);
  });
});

describe('The host says how a build ended', () => {
  const event = (context: string) =>
    ({ deploy: { context, errorMessage: 'secret output' }, site: {} }) as unknown as DeployFailedEvent;

  test('a failure is kept as a code, until a build that went well', async () => {
    await deploys.deployFailed(event('production'));
    expect(await failure()).toBe('build-failed');
    expect((await builds()).failedAt).not.toBeNull();
    await deploys.deploySucceeded(event('production'));
    expect((await builds()).failedAt).toBeNull();
  });

  test('what becomes of a preview changes nothing', async () => {
    await deploys.deployFailed(event('deploy-preview'));
    expect((await builds()).failedAt).toBeNull();
  });
});

describe('Every ten minutes', () => {
  const run = async () =>
    (await (await publishDue(new Request('http://localhost/'), { requestId: 'x' } as Context)).json()) as {
      asked: boolean;
    };
  /** As if the site had been built at this moment of the database. */
  const builtNow = async () => {
    const [row] = await stack.database.query<{ at: string }>('select clock_timestamp()::text as at');
    stamp.builtAt = new Date(row?.at ?? '').toISOString();
    // what changes next is later by the clock's own step
    const later = () =>
      stack.database.query<{ later: boolean }>(
        `select clock_timestamp() > '${stamp.builtAt}'::timestamptz + interval '1 millisecond' as later`,
      );
    while (!(await later())[0]?.later);
  };

  test('nothing is asked while the pages are true', async () => {
    await builtNow();
    expect(await run()).toEqual({ asked: false });
    expect(asked).toEqual([]);
  });

  test.each([
    ['a resource changed', `update public.resources set summary = 'Another.' where slug = 'back-to-work'`],
    ['a setting changed', `update public.site_settings set phone_hours_en = 'Always'`],
    [
      'a plan came due',
      `insert into public.resources (slug, publish_at, draft) values ('planned', now() - interval '1 minute',
        '{"title": "Planned", "summary": "S", "body": "B", "kind": "guide", "topics": ["work"], "audience": "everyone", "language": "en"}')`,
    ],
  ])('a site is asked for when %s', async (_what, change) => {
    await builtNow();
    await stack.database.query(change);
    expect(await run()).toEqual({ asked: true });
    expect(asked).toHaveLength(1);
  });

  test('no draft is a reason', async () => {
    await builtNow();
    await stack.database.query(`insert into public.resources (draft) values ('{"title": "Begun"}')`);
    expect(await run()).toEqual({ asked: false });
  });
});
