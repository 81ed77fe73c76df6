import { array, isoTimestamp, maxLength, minLength, object, picklist, pipe, string } from 'valibot';
import type { InferOutput } from 'valibot';
import type { Drawer } from '#platform/kept/drawer.ts';
import { basicNames, namesOf, title, whenOf, type Basic } from './words.ts';

/** The checks that a person chose to keep: when, and which of the seven they tapped. No more than that. */

export const basics = Object.keys(basicNames) as Basic[];

/** Half a year of one a day. The oldest make room. */
export const mostChecks = 200;

const checkShape = object({
  at: pipe(string(), isoTimestamp()),
  tapped: pipe(array(picklist(basics)), minLength(1), maxLength(basics.length)),
});

export type Check = InferOutput<typeof checkShape>;

const inOrder = (checks: Check[]): Check[] =>
  checks.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, mostChecks);

/** Newest first. Two of the same instant are one: the same check, saved and loaded again. */
const together = (checks: Check[]): Check[] =>
  inOrder([...new Map(checks.map((check) => [Date.parse(check.at), check])).values()]);

export const basicsDrawer: Drawer<Check[]> = {
  name: 'basics',
  title,
  page: '/tools/basics-check/',
  version: 1,
  shape: pipe(array(checkShape), maxLength(mostChecks)),
  inWords: (checks) => checks.map(({ at, tapped }) => `${whenOf(at)}: ${namesOf(tapped)}`),
  merge: (here, saved) => together([...saved, ...here]),
};

export const withCheck = (checks: Check[], check: Check): Check[] => together([...checks, check]);

export const withoutCheck = (checks: Check[], at: string): Check[] =>
  checks.filter((check) => check.at !== at);

const oftenEnough = 3;
const twoWeeks = 14 * 86_400_000;

/** What came up most in the two weeks before an instant, once it came up often enough to be worth a word. */
export function cameUpOften(checks: Check[], now: string): { basic: Basic; times: number } | undefined {
  const since = Date.parse(now) - twoWeeks;
  const recent = checks.filter(({ at }) => Date.parse(at) > since);
  return basics
    .map((basic) => ({ basic, times: recent.filter(({ tapped }) => tapped.includes(basic)).length }))
    .filter(({ times }) => times >= oftenEnough)
    .toSorted((a, b) => b.times - a.times)[0];
}
