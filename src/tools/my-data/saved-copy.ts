import type { Everything } from '#platform/kept/everything.ts';
import type { Kept } from '#platform/kept/drawer.ts';
import type { ListedDrawer } from './listed-drawer.ts';
import type { FoundThings, Thing } from './things.ts';

/** A copy of everything in one file, and what of such a file can be brought back. It is read as a stranger's. */

const kind = 'my-notes';
const version = 1;
/** Far more than years of notes; what is larger is some other file. */
export const mostBytes = 5_000_000;

export function writeCopy(all: Everything, found: FoundThings, now: Date): string {
  const copy = {
    ...{ kind, version, saved: now.toISOString() },
    drawers: Object.fromEntries([...all.drawers, ...all.asides]),
    things: Object.fromEntries(found.known.map(({ thing, text }) => [thing.key, text])),
  };
  return JSON.stringify(copy, null, 2);
}

export type CopyRow = { name: string; title: string; lines: string[]; changed: string } & (
  | { take: true; drawer: ListedDrawer; kept: Kept }
  | { take: true; thing: Thing; text: string }
  | { take: false; because: 'newer' | 'not-ours' | 'unknown' }
);

export type ReadCopy =
  { rows: CopyRow[]; saved: string } | { trouble: 'too-big' | 'no-copy' | 'newer' | 'empty' };

export function readCopy(text: string, drawers: ListedDrawer[], things: Thing[]): ReadCopy {
  if (text.length > mostBytes) return { trouble: 'too-big' };
  let copy: unknown;
  try {
    // a key that would change what every object is, is no key of ours
    copy = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return { trouble: 'no-copy' };
  }
  if (!isRecord(copy) || copy['kind'] !== kind || typeof copy['version'] !== 'number')
    return { trouble: 'no-copy' };
  if (copy['version'] > version) return { trouble: 'newer' };
  const rows = [
    ...entries(copy['drawers']).map(([name, record]) => drawerRow(name, record, drawers)),
    ...entries(copy['things']).map(([key, value]) => thingRow(key, value, things)),
  ];
  const saved = typeof copy['saved'] === 'string' ? copy['saved'] : '';
  return rows.length > 0 ? { rows, saved } : { trouble: 'empty' };
}

function drawerRow(name: string, record: unknown, drawers: ListedDrawer[]): CopyRow {
  const drawer = drawers.find((one) => one.name === name);
  const row = { name, title: drawer?.title ?? name.slice(0, 60), lines: [], changed: '' };
  if (!drawer) return { ...row, take: false, because: 'unknown' };
  const read = drawer.read(record);
  return 'trouble' in read
    ? { ...row, take: false, because: read.trouble }
    : { ...row, lines: read.lines, changed: read.changed, take: true, drawer, kept: read.kept };
}

function thingRow(key: string, value: unknown, things: Thing[]): CopyRow {
  const thing = things.find((one) => one.key === key);
  const row = { name: key, title: thing?.title ?? key.slice(0, 60), lines: [], changed: '' };
  if (!thing) return { ...row, take: false, because: 'unknown' };
  const lines = typeof value === 'string' ? thing.inWords(value) : [];
  return typeof value !== 'string' || lines.length === 0
    ? { ...row, take: false, because: 'not-ours' }
    : { ...row, lines, take: true, thing, text: value };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entries = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);
