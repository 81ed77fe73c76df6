import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, serviceDatabase, type OnwardDatabase } from '#platform/database.ts';
import type { TypedValues } from '#platform/guard.ts';
import { cohortForm, copyOfCohort, flatCohort, newCohort } from '#step-down/edit/cohort-form.ts';
import { keptCohort, keptProgram, type KeptCohort } from '#step-down/edit/kept-groups.ts';
import { flatProgram, programForm } from '#step-down/edit/program-form.ts';
import { addCohort, addProgram, changeCohort, changeProgram } from '#step-down/edit/save-groups.ts';
import { readPrograms } from '#step-down/programs.ts';
import { groupsAreStale } from '#step-down/stale.ts';
import { sealedText } from '../support/cohorts.ts';
import { staffClient } from '../support/staff-client.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What coordinators do with programs and groups, as themselves, and what the public pages then say. */

let stack: TestStack;
let coordinator: OnwardDatabase;
let clinician: OnwardDatabase;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  coordinator = await staffClient(stack, 'coordinator');
  clinician = await staffClient(stack, 'clinician');
});
afterAll(() => stack.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const today = inDays(0);
const program = 'evenings';
let day = 300;

const typedGroup = (typed: TypedValues = {}): TypedValues => ({
  ...newCohort('America/Denver'),
  ...{ startsOn: inDays(++day), weekdays: ['1', '3'], startTime: '5:30 pm', endTime: '20:30' },
  ...{ format: 'online', seats: '2', status: 'open', ...typed },
});

async function made(typed: TypedValues = {}): Promise<KeptCohort> {
  const slug = await addCohort(coordinator, program, cohortForm(null, today).parse(typedGroup(typed)));
  return present(slug);
}

async function present(slug: string): Promise<KeptCohort> {
  const found = await keptCohort(coordinator, slug);
  if (!found) throw new Error(`There is no ${slug}`);
  return found.cohort;
}

const save = (cohort: KeptCohort, typed: TypedValues = {}) =>
  changeCohort(
    coordinator,
    program,
    cohort.slug,
    cohortForm(cohort, today).parse({ ...flatCohort(cohort), ...typed }),
  );

let people = 0;
async function signsUp(cohort: KeptCohort) {
  const answer = await serviceDatabase().rpc('create_sign_up', {
    ...{ p_id: randomUUID(), p_reference: `EDIT-${String(++people).padStart(4, '0')}`, p_kind: 'program' },
    ...{ p_channel: 'email', p_sealed: sealedText('x'), p_key_id: 'test-1' },
    ...{ p_contact_key: `person-${people}`.padEnd(43, 'k'), p_program: program, p_cohort: cohort.slug },
  });
  return rows(answer) as { signUp: string; place: string };
}

describe('a group', () => {
  test('is kept as it was typed, and everybody sees it once it is open', async () => {
    const typed = {
      format: 'hybrid',
      placeName: 'Room 9',
      ledBy: 'Dana, counselor',
      seats: '',
      language: 'es',
    };
    const cohort = await made({ ...typed, status: 'draft' });
    expect(cohort).toMatchObject({
      ...{ startTime: '17:30', endTime: '20:30', weekdays: [1, 3], seats: null, held: 0, status: 'draft' },
      ...{ format: 'hybrid', placeName: 'Room 9', ledBy: 'Dana, counselor', language: 'es' },
    });
    const shown = async () =>
      (await readPrograms()).flatMap(({ cohorts }) => cohorts).some(({ slug }) => slug === cohort.slug);
    expect(await shown()).toBe(false);
    expect(await save(cohort, { status: 'open' })).toEqual({ outcome: 'saved' });
    expect(await shown()).toBe(true);
    expect(await save(await present(cohort.slug), { status: 'closed' })).toEqual({ outcome: 'saved' });
    expect(await shown()).toBe(false);
  });

  test('sent twice is one; another on the same day has a name of its own', async () => {
    const typed = cohortForm(null, today).parse(typedGroup());
    const slug = await addCohort(coordinator, program, typed);
    expect(slug).toBe(`evenings-${typed.startsOn}`);
    expect(await addCohort(coordinator, program, typed)).toBe(slug);
    expect(await addCohort(coordinator, program, { ...typed, ledBy: 'Marcus' })).toBe(`${slug}-2`);
  });

  test('keeps the places that are held, says how many, and gives new ones to who waits', async () => {
    const cohort = await made({ seats: '2' });
    const places = [await signsUp(cohort), await signsUp(cohort), await signsUp(cohort)];
    expect(places.map(({ place }) => place)).toEqual(['held', 'held', 'waiting']);
    expect(await save(await present(cohort.slug), { seats: '1', ledBy: 'Nobody' })).toEqual({
      outcome: 'seats-held',
      held: 2,
    });
    expect(await present(cohort.slug)).toMatchObject({ seats: 2, held: 2, waiting: 1, ledBy: null });
    expect(await save(await present(cohort.slug), { seats: '3' })).toEqual({ outcome: 'saved' });
    expect(await present(cohort.slug)).toMatchObject({ seats: 3, held: 3, waiting: 0 });
    const told = await stack.database.query(
      `select kind from public.outbox where sign_up_id = '${places[2]?.signUp}' and kind like 'sign-up-place%' order by kind`,
    );
    expect(told).toEqual([{ kind: 'sign-up-place' }, { kind: 'sign-up-place-for-staff' }]);
  });

  test('is not written over by who saw it as it was before', async () => {
    const cohort = await made();
    expect(await save(cohort, { ledBy: 'Dana' })).toEqual({ outcome: 'saved' });
    expect(await save(cohort, { ledBy: 'Marcus' })).toEqual({ outcome: 'changed-meanwhile' });
    expect((await present(cohort.slug)).ledBy).toBe('Dana');
  });

  test('once more is the same with new dates, a draft with nobody in it', async () => {
    const cohort = await made({ endsOn: inDays(400), ledBy: 'Dana' });
    await signsUp(cohort);
    const copy = copyOfCohort(cohort);
    expect(copy).toMatchObject({ startsOn: '', endsOn: '', status: 'draft', ledBy: 'Dana', seats: '2' });
    const edit = cohortForm(null, today).parse({
      ...copy,

      startsOn: inDays(420),
    });
    expect(await present(await addCohort(coordinator, program, edit))).toMatchObject({
      held: 0,
      status: 'draft',
    });
  });

  test.each([
    ['startsOn', { startsOn: inDays(-1) }],
    ['startsOn', { startsOn: 'soon' }],
    ['endsOn', { startsOn: inDays(9), endsOn: inDays(9) }],
    ['weekdays', { weekdays: [] }],
    ['weekdays', { weekdays: ['9'] }],
    ['endTime', { startTime: '18:00', endTime: '17:00' }],
    ['placeName', { format: 'in-person', placeName: ' ' }],
    ['seats', { seats: '-1' }],
    ['timeZone', { timeZone: 'Moon/Base' }],
    ['status', { status: 'gone' }],
  ])('with a wrong %s is refused there', (field, typed) => {
    const read = cohortForm(null, today).safeParse(typedGroup(typed as TypedValues));
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe('a program', () => {
  const typed = {
    title: 'Saturday mornings',
    level: 'iop-weekend',
    summary: 'A day.',
    week: 'One day',
    sort: '9',
  };

  test('is added once however often its form is sent, and is public when it is published', async () => {
    const edit = programForm.parse({ ...typed, status: 'draft' });
    const slug = await addProgram(coordinator, edit);
    expect(slug).toBe('saturday-mornings');
    expect(await addProgram(coordinator, edit)).toBe(slug);
    expect(await addProgram(coordinator, { ...edit, week: 'Two days' })).toBe(`${slug}-2`);
    const kept = await keptProgram(coordinator, slug);
    if (!kept) throw new Error('not kept');
    const change = (more: TypedValues) => programForm.parse({ ...flatProgram(kept), ...more });
    expect(await changeProgram(coordinator, slug, change({ status: 'published' }))).toBe('saved');
    expect((await readPrograms()).map((one) => one.slug)).toContain(slug);
    expect(await changeProgram(coordinator, slug, change({ title: 'Late' }))).toBe('changed-meanwhile');
  });

  test('called like a page beside it has another address', async () => {
    expect(
      await addProgram(coordinator, programForm.parse({ ...typed, title: 'New', status: 'draft' })),
    ).toBe('new-2');
  });
});

test('nobody but coordinators and admins writes programs or groups; clinicians look', async () => {
  const cohort = await made();
  expect(await keptCohort(clinician, cohort.slug)).not.toBeNull();
  const edit = cohortForm(cohort, today).parse(flatCohort(cohort));
  await expect(changeCohort(clinician, program, cohort.slug, edit)).rejects.toThrow('42501');
  await expect(addCohort(clinician, program, edit)).rejects.toThrow('42501');
  const kept = await keptProgram(clinician, program);
  const same = programForm.parse(kept && flatProgram(kept));
  await expect(addProgram(clinician, same)).rejects.toThrow('42501');
  expect(await changeProgram(clinician, program, same)).toBe('changed-meanwhile');
});

test('the public pages are built anew after a change, and when a group has begun', async () => {
  const later = new Date(Date.now() + 1000).toISOString();
  expect(await groupsAreStale(later, today)).toBe(false);
  expect(await groupsAreStale(new Date(Date.now() - 3_600_000).toISOString(), today)).toBe(true);
  expect(await groupsAreStale(later, inDays(40))).toBe(true);
});
