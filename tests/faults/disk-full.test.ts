import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import rsvps from '../../netlify/functions/rsvps.ts';
import { killNine, processesOf } from '../support/postgres-processes.ts';
import { answers, answersAgain, startRealPostgres, type Client } from '../support/postgres.ts';
import { serveRest } from '../support/real-stack.ts';
import { addEvent } from '../support/seats.ts';
import { ask, expectNotNow, rsvpOf, settled, type Answered } from './asking.ts';
import { halfStates } from './half-states.ts';
import { saw } from './seen.ts';

/**
 * A disk with no byte left under the database: a small one in memory where it may be mounted, as root; elsewhere
 * a limit on the size of files (`prlimit`), which stops the same writes.
 */

const run = promisify(execFile);
interface SmallDisk {
  how: string;
  fill(): Promise<void>;
  empty(): Promise<void>;
}
let folder: string;
let mounted = false;
let postgres: Awaited<ReturnType<typeof startRealPostgres>>;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  folder = await mkdtemp(join(tmpdir(), 'onward-small-disk-'));
  await chmod(folder, 0o755);
  mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', folder]).then(
    () => true,
    () => false,
  );
  postgres = await startRealPostgres({ durable: true, within: folder });
});
afterAll(async () => {
  await postgres.close();
  if (mounted) await run('umount', [folder]);
  await rm(folder, { recursive: true });
});

function smallDisk(): SmallDisk {
  const ballast = join(folder, 'ballast');
  if (mounted)
    return {
      how: 'a disk in memory, filled to its last byte',
      fill: async () => {
        const { bavail, bsize } = await statfs(folder);
        await writeFile(ballast, Buffer.alloc(bavail * bsize));
        expect((await statfs(folder)).bavail).toBe(0);
      },
      empty: () => rm(ballast),
    };
  const limit = async (size: string) => {
    for (const id of await processesOf(postgres.server))
      await run('prlimit', ['--pid', String(id), `--fsize=${size}`]);
  };
  return {
    how: 'no right to mount a disk: a limit on the size of files instead',
    // nothing may be written past this: neither what was changed nor what tells of it
    fill: () => limit('8192:unlimited'),
    empty: () => limit('unlimited:unlimited'),
  };
}

/** People answer until one is refused; a full disk has room in what is there already. */
async function answerUntilRefused(from: number): Promise<{ taken: number; refused: Answered }> {
  for (let number = from; number < from + 4000; number += 1) {
    const answer = await ask(rsvps, '/api/rsvps', answerOf(number));
    if (answer.status !== 201) return { taken: number - from, refused: answer };
  }
  throw new Error('The disk did not fill up');
}
const answerOf = (number: number) =>
  rsvpOf(`supper-${number % 8}`, `p${number}`, { accessNeeds: 'A quiet corner. '.repeat(12) });

const count = async (owner: Client) =>
  (await owner.unsafe<{ count: number }[]>('select count(*)::integer as count from public.rsvps'))[0]?.count;

test('an RSVP is 503, nothing is half stored, and it goes on when there is room again', async () => {
  await using database = await postgres.freshDatabase();
  await using _rest = await serveRest(database);
  const { owner } = database;
  for (let number = 0; number < 8; number += 1) await addEvent(owner, `supper-${number}`, { capacity: null });
  const before = await ask(rsvps, '/api/rsvps', answerOf(0));
  expect(before.status).toBe(201);
  await settled();
  await owner.unsafe('checkpoint');

  const disk = smallDisk();
  await disk.fill();
  const { taken, refused } = await answerUntilRefused(1);
  const words = expectNotNow(refused);
  const more = [
    await ask(rsvps, '/api/rsvps', answerOf(taken + 1)),
    await ask(rsvps, '/api/rsvps', answerOf(taken + 2)),
  ];
  for (const answer of more) if (answer.status !== 201) expectNotNow(answer);
  await settled();
  await disk.empty();

  // what ran out of room in its log has stopped, as after a kill
  const runs = await answers(owner);
  if (!runs) {
    await killNine(postgres.server).catch(() => {});
    await postgres.server.startAgain();
  }
  await answersAgain(owner);
  expect(await halfStates(owner)).toEqual({});
  const acknowledged = 1 + taken + more.filter(({ status }) => status === 201).length;
  expect(await count(owner)).toBe(acknowledged);
  const again = await ask(rsvps, '/api/rsvps', answerOf(taken + 1));
  expect([200, 201]).toContain(again.status);
  await settled();
  const missing = Math.max(0, acknowledged - ((await count(owner)) ?? 0));
  await saw('disk-full', {
    visitor: `RSVP: ${words} with Retry-After; when there is room again, it goes through`,
    lost: `${missing} acknowledged RSVPs, ${Object.keys(await halfStates(owner)).length} half states`,
    figures: [
      disk.how,
      `${taken} more RSVPs found room before the first was refused`,
      runs ? 'the database kept running' : 'the database stopped and was started again',
    ],
  });
});
