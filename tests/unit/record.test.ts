import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { recordTable } from '#staff/record/csv.ts';
import { byDay, clockWords } from '#staff/record/moments.ts';
import { pageWords } from '#staff/record/page-words.ts';
import { asParameters, asQuery, readFilter, subjects, subjectsOf } from '#staff/record/record-filter.ts';
import type { RecordLine } from '#staff/record/record.ts';
import { deedWords, hasWords, sentenceOf, subjectWords } from '#staff/record/words.ts';
import { actionWords } from '#step-down/intake/log-words.ts';

/** The record of who did what, as people read it. */

const id = '90000000-0000-4000-8000-000000000001';
const line = (parts: Partial<RecordLine>): RecordLine => ({
  ...{ id: 7, at: '2026-11-22T17:42:00+00:00', staff_id: id, staff_name: 'Dana', action: 'list' },
  ...{ subject: 'event', subject_id: id, detail: null, page: null },
  ...parts,
});
const about = { label: '“Renewal weekend”', href: '/staff/events/renewal/guests/' };
const said = (parts: Partial<RecordLine>, of: typeof about | null = about) => {
  const { did, about: what, more } = sentenceOf(line(parts), of, actionWords);
  return `Dana ${did} ${what.label}${more ? ` (${more})` : ''}`;
};

describe('A line', () => {
  test('is a sentence', () => {
    expect(said({ detail: '12' })).toBe('Dana opened the guest list of “Renewal weekend” (12 answers)');
    expect(said({ detail: 'to-call' })).toContain('(who can only be called)');
    expect(said({ subject: 'guest', action: 'removed', detail: id })).toBe(
      'Dana took a guest off the list of “Renewal weekend”',
    );
    expect(said({ subject: 'everything', action: 'export', detail: 'record', subject_id: null }, null)).toBe(
      'Dana took a copy of this record',
    );
  });

  test('about a request says it in the words of that part of the house', () => {
    const request = { label: 'request JH-1', href: '/' };
    expect(said({ subject: 'sign-up', action: 'export', detail: 'own-request' }, request)).toBe(
      'Dana took a copy (for the person): request JH-1',
    );
  });

  test('of something that is deleted says so', () => {
    expect(said({}, null)).toBe('Dana opened the guest list of an event that is deleted');
  });

  test('every action that the database writes down has its words', async () => {
    const folder = 'supabase/migrations';
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
    const sql = (await Promise.all(files.map((name) => readFile(`${folder}/${name}`, 'utf8')))).join('\n');
    const written = [...sql.matchAll(/write_down\(\s*'([a-z-]+)',\s*'([a-z-]+)'/g)].map(
      ([, action = '', subject = '']) => [subject, action] as const,
    );
    const byHand = [...sql.matchAll(/log_event\([^,]+,\s*([a-z_.]+),\s*'([a-z-]+)'/g)].map(
      ([, rsvp, action = '']) => [rsvp === 'null' ? 'event' : 'guest', action] as const,
    );
    expect(written.length).toBeGreaterThan(20);
    expect(byHand.length).toBeGreaterThan(8);
    const missing = [...written, ...byHand].filter(
      ([subject, action]) => !hasWords(subject, action) && actionWords({ action, detail: null }) === action,
    );
    expect(missing).toEqual([]);
  });

  test('stands under its day, in the organisation’s zone', () => {
    const days = byDay(
      [
        line({ id: 3 }),
        line({ id: 2, at: '2026-11-22T06:30:00Z' }),
        line({ id: 1, at: '2026-11-21T18:00:00Z' }),
      ],
      'America/Denver',
    );
    expect(days.map(({ day, lines }) => [day, lines.length])).toEqual([
      ['Sunday, November 22, 2026', 1],
      ['Saturday, November 21, 2026', 2],
    ]);
    expect(clockWords('America/Denver')('2026-11-22T17:42:00Z')).toMatch(/^10:42\sAM$/u);
  });
});

describe('Pages', () => {
  test('are called what their menu calls them', () => {
    expect(pageWords('/staff/events/[slug]/guests/')).toBe('Guests');
    expect(pageWords('/staff/resources/[id]/publish')).toBe('Resources');
    expect(pageWords(null)).toBeNull();
    expect(pageWords('/elsewhere')).toBeNull();
  });
});

describe('The filter', () => {
  test('goes through the address and comes back', () => {
    const dates = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2099-12-31') });
    const day = dates.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.record(
          {
            staff: fc.uuid(),
            about: fc.uuid(),
            subject: fc.constantFrom(...subjects),
            did: fc.constantFrom(...(Object.keys(deedWords) as (keyof typeof deedWords)[])),
            from: day,
            to: day,
            before: fc.integer({ min: 1 }),
          },
          { requiredKeys: [] },
        ),
        (filter) => {
          expect(readFilter(new URLSearchParams(asQuery(filter)))).toEqual(filter);
        },
      ),
    );
  });

  test('takes no value that is none, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('staff', 'subject', 'did', 'about', 'from', 'before'),
        (text, name) => {
          const value = Object.values(readFilter(new URLSearchParams({ [name]: text })))[0];
          expect(value === undefined || String(value) === String(Number(text)) || value === text.trim()).toBe(
            true,
          );
        },
      ),
    );
    expect(readFilter(new URLSearchParams('from=yesterday&subject=secrets&about=1 or 1=1'))).toEqual({});
  });

  test('means whole days of the organisation’s zone', () => {
    expect(asParameters({ from: '2026-11-01', to: '2026-11-01' }, 'America/Denver')).toEqual({
      p_from: '2026-11-01T06:00:00Z',
      // the day on which the clocks go back
      p_until: '2026-11-02T07:00:00Z',
    });
  });

  test('offers each role what the record tells it about, and every subject has words', () => {
    expect(subjectsOf('coordinator')).toEqual(['event', 'guest', 'report', 'meeting']);
    expect(subjectsOf('clinician')).toEqual(['sign-up', 'consent']);
    expect(Object.keys(subjectWords).sort()).toEqual([...subjectsOf('admin')].sort());
  });
});

test('the table names things by their ids, and no cell becomes a formula', () => {
  const table = recordTable(
    [line({ staff_name: '=HYPERLINK("http://evil.example")', page: '/staff/events/[slug]/guests' })],
    (one, of) => sentenceOf(one, of, actionWords),
  );
  const [, row] = parse(table, { bom: true, relax_column_count: true }) as string[][];
  expect(row?.[1]).toBe('\'=HYPERLINK("http://evil.example")');
  expect(row?.[2]).toBe(`opened the guest list of ${id}`);
  expect(row?.[3]).toBe('Guests');
});
