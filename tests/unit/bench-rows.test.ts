import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importFeed } from '#meetings/import/import-feed.ts';
import { meetingRows, type MeetingGuideRow } from '../bench/meeting-rows.ts';

/** The rows of the bench are as real feeds are; what those measure is in `meeting-rows.ts`. */

const rows = meetingRows(360);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const bytes = (column: (row: MeetingGuideRow) => string) =>
  gzipSync(rows.map(column).join('\n'), { level: 9 }).byteLength / rows.length;
const distinct = (column: (row: MeetingGuideRow) => string) => new Set(rows.map(column)).size / rows.length;

test('the same rows come every time, and others for another seed', () => {
  expect(meetingRows(50, 7)).toEqual(meetingRows(50, 7));
  expect(meetingRows(50, 8)).not.toEqual(meetingRows(50, 7));
});

test('names are as long, as many and as hard to compress as in real feeds', () => {
  const length = mean(rows.map(({ name }) => name.length));
  expect(length).toBeGreaterThan(17);
  expect(length).toBeLessThan(31);
  expect(distinct(({ name }) => name)).toBeGreaterThan(0.85);
  expect(bytes(({ name }) => name)).toBeGreaterThan(8);
});

test('addresses and notes weigh what they weigh in real feeds', () => {
  expect(bytes(({ formatted_address: address }) => address)).toBeGreaterThan(7);
  expect(bytes(({ notes }) => notes ?? '')).toBeGreaterThan(18);
  expect(1 / distinct(({ formatted_address: address }) => address)).toBeLessThan(2);
});

test('a whole row weighs what a real one does: 78 to 126 bytes', () => {
  const whole = gzipSync(JSON.stringify(rows), { level: 9 }).byteLength / rows.length;
  expect(whole).toBeGreaterThan(95);
  expect(whole).toBeLessThan(126);
});

test('a quarter is online, a tenth hybrid, and nothing is lost in the import', () => {
  const context = { format: 'meeting-guide', fellowship: 'aa', timeZone: 'America/Denver' } as const;
  const feed = importFeed(meetingRows(2000), { ...context, source: 'bench' });
  const meetings = feed.data?.meetings ?? [];
  expect(meetings).toHaveLength(2000);
  const share = (mode: string) => meetings.filter((meeting) => meeting.mode === mode).length / 2000;
  expect(share('online')).toBeCloseTo(0.25, 1);
  expect(share('hybrid')).toBeCloseTo(0.1, 1);
  expect(new Set(meetings.map(({ timeZone }) => timeZone)).size).toBe(8);
});
