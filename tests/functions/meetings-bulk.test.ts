import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeMeetings, openUndo, undoMeetings, undoToken } from '#meetings/bulk/bulk.ts';
import { bulkForm, doneWords } from '#meetings/bulk/bulk-form.ts';
import { instant } from '#platform/clock.ts';
import type { OnwardDatabase } from '#platform/database.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Several meetings at once and back again, as staff, against a database that answers as the hosted one does. */

let stack: TestStack;
let coordinator: OnwardDatabase;
let editor: OnwardDatabase;
let ids: string[];
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  coordinator = await staffClient(stack, 'coordinator');
  editor = await staffClient(stack, 'editor');
});
afterAll(() => stack.close());

interface Kept {
  id: string;
  status: string;
  old: boolean;
}
// two groups of our own and one of a list, confirmed long ago
beforeEach(async () => {
  const found = await stack.database.query<{ id: string }>(
    `(select id from public.meetings where source_id is null order by slug limit 2)
     union all (select id from public.meetings where source_id is not null order by slug limit 1)`,
  );
  ids = found.map(({ id }) => id);
  await stack.database.execute(
    `update public.meetings set status = 'listed', confirmed_at = '2025-01-01T00:00:00Z' where id in (${quoted()})`,
  );
});
const quoted = () => ids.map((id) => `'${id}'`).join(', ');
const kept = () =>
  stack.database.query<Kept>(
    `select id, status, confirmed_at < '2025-06-01' as old from public.meetings where id in (${quoted()})`,
  );
const edits = () =>
  stack.database.query(`select field from public.meeting_edits where meeting_id in (${quoted()})`);

test('confirms and takes off the list, and takes both back, with nothing left over', async () => {
  const confirmed = await changeMeetings(coordinator, ids, 'confirm');
  expect(confirmed).toHaveLength(3);
  expect((await kept()).every(({ old }) => !old)).toBe(true);
  expect(await undoMeetings(coordinator, confirmed)).toEqual({ undone: 3, others: [] });
  expect((await kept()).every(({ old }) => old)).toBe(true);

  const unlisted = await changeMeetings(coordinator, ids, 'unlist');
  expect((await kept()).map(({ status }) => status)).toEqual(['gone', 'gone', 'gone']);
  expect(await edits(), 'the list is not to bring it back').toHaveLength(1);
  await undoMeetings(coordinator, unlisted);
  expect((await kept()).map(({ status }) => status)).toEqual(['listed', 'listed', 'listed']);
  expect(await edits()).toEqual([]);
});

test('leaves what somebody changed meanwhile, and says which', async () => {
  const were = await changeMeetings(coordinator, ids, 'unlist');
  await stack.database.execute(`update public.meetings set notes = 'Anew' where id = '${were[0]?.id ?? ''}'`);
  expect(await undoMeetings(coordinator, were)).toEqual({
    undone: 2,
    others: [{ slug: were[0]?.slug, name: were[0]?.name }],
  });
  expect((await undoMeetings(coordinator, were)).undone, 'pressed twice').toBe(0);
});

test('changes nothing for who keeps no meetings, and not what is off the list', async () => {
  expect(await changeMeetings(editor, ids, 'unlist')).toEqual([]);
  const were = await changeMeetings(coordinator, ids.slice(0, 1), 'unlist');
  expect(await undoMeetings(editor, were)).toMatchObject({ undone: 0 });
  expect(await changeMeetings(coordinator, ids.slice(0, 1), 'confirm')).toEqual([]);
});

test('what the undo carries is sealed, and ends after an hour', async () => {
  const were = await changeMeetings(coordinator, ids, 'confirm');
  const token = await undoToken('confirm', were);
  expect(token).not.toContain(were[0]?.slug);
  expect(await openUndo(token)).toMatchObject({ action: 'confirm', were });
  expect(await openUndo(`${token.slice(0, -4)}AAAA`)).toBeNull();
  const later = () => instant(new Date(Date.now() + 61 * 60_000).toISOString());
  expect(await openUndo(token, later)).toBeNull();
});

test('one tick and many are read alike; none, and too many, are said', () => {
  const id = crypto.randomUUID();
  expect(bulkForm.parse({ meetings: id, action: 'confirm' }).meetings).toEqual([id]);
  expect(bulkForm.safeParse({ action: 'confirm' }).error?.issues[0]?.message).toBe('Tick the meetings first');
  expect(bulkForm.safeParse({ meetings: Array(201).fill(id), action: 'confirm' }).success).toBe(false);
  expect(doneWords('confirm', 1)).toBe('1 meeting is confirmed as of today.');
});
