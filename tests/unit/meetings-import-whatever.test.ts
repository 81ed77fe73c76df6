import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFeed, type ImportContext } from '#meetings/import/import-feed.ts';
import { readFeed } from '#meetings/import/read-feed.ts';
import { importedMeetingSchema } from '#meetings/schema.ts';
import { anyFeed } from '../support/any-feed.ts';

/** Whatever a feed holds, the importer answers for every row of it. 10,000 feeds in all. */

const context: Omit<ImportContext, 'format'> = {
  fellowship: 'aa',
  source: 'ours',
  timeZone: 'America/Denver',
};

const minutes = 60_000;

test(
  'it never throws, reports every row once, and keeps only what the schema allows',
  () => {
    fc.assert(
      fc.property(anyFeed, fc.constantFrom('meeting-guide', 'bmlt', 'csv'), (json, format) => {
        const { data } = importFeed(json, { ...context, format });
        if (data === null) return;
        for (const [index, report] of data.rows.entries()) {
          expect(report.row).toBe(index + 1);
          expect(report.outcome === 'dropped').toBe(report.meetings.length === 0);
          expect(report.outcome === 'kept').toBe(report.changes.length === 0);
        }
        for (const meeting of data.meetings) importedMeetingSchema.parse(meeting);
        const listed = data.rows.flatMap(({ meetings }) => meetings);
        expect(listed).toEqual(data.meetings.map(({ slug }) => slug));
        expect(new Set(listed).size).toBe(listed.length);
        expect(importFeed(json, { ...context, format }).data).toEqual(data);
      }),
      { numRuns: 10_000 },
    );
  },
  5 * minutes,
);

test('neither does the reader of the text, which answers with a list or with a sentence', () => {
  const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom('"', 'a,"b\n', '\ufeff[]', '[[[', '{"a":'));
  fc.assert(
    fc.property(text, fc.constantFrom('meeting-guide', 'bmlt', 'csv'), (given, format) => {
      const { data, error } = readFeed(given, format);
      if (error === null) importFeed(data, { ...context, format });
      else expect(error.message).toMatch(/\.$/);
    }),
    { numRuns: 1000 },
  );
});

test('a value nested a million deep, a note of megabytes and ten thousand rows under one name are rows like others', () => {
  let deep: unknown = [];
  for (let depth = 0; depth < 1_000_000; depth += 1) deep = [deep];
  const long = `${'<script>'.repeat(400_000)} ${'a'.repeat(2_000_000)}`;
  const twins = Array.from({ length: 10_000 }, (_, index) => ({
    slug: 'same',
    name: `Twin ${index}`,
    day: 1,
    time: '07:00',
  }));
  const { data } = importFeed(
    [deep, { slug: 'a', name: long, notes: long, day: deep, types: [deep] }, ...twins],
    {
      ...context,
      format: 'meeting-guide',
    },
  );
  expect(data?.rows).toHaveLength(10_002);
  expect(new Set(data?.meetings.map(({ slug }) => slug)).size).toBe(10_000);
});
