import { importFeed } from '#meetings/import/import-feed.ts';
import { readFeed } from '#meetings/import/read-feed.ts';
import type { ImportedMeeting } from '#meetings/schema.ts';
import { storeImport } from '#meetings/store.ts';
import { serviceDatabase } from '#platform/database.ts';
import type { Figures } from './figures.ts';
import { meetingRows } from './meeting-rows.ts';
import { startStage, type Stage } from './stage.ts';

/**
 * Import. *Read*: one feed of n rows from its JSON text to checked meetings and a report, in this process,
 * without I/O. *Stored*: `storeImport` of those n meetings, as one source, into an empty embedded database
 * (PGlite in another process), over its REST interface as in production. *Again*: the same feed a second
 * time, where nothing is new.
 */

const read = {
  name: 'import: read and checked',
  unit: 'rows/s',
  limit: { kind: 'least', value: 5000 },
} as const;
const stored = { name: 'import: stored', unit: 's', limit: { kind: 'most', value: { 10_000: 20 } } } as const;
const again = { name: 'import: the same feed again', unit: 's' } as const;

const context = { format: 'meeting-guide', fellowship: 'aa', timeZone: 'America/Denver' } as const;

export async function benchImport(sizes: number[], runs: number, figures: Figures): Promise<void> {
  const stage = await startStage('database');
  try {
    for (const size of sizes) {
      const text = JSON.stringify(meetingRows(size));
      const speeds: number[] = [];
      let meetings: ImportedMeeting[] = [];
      for (let run = 0; run < runs; run += 1) {
        const started = performance.now();
        meetings = readOnce(text);
        speeds.push(size / ((performance.now() - started) / 1000));
      }
      figures.add(read, size, speeds);
      await benchStore(stage, size, meetings, runs, figures);
    }
  } finally {
    await stage.close();
  }
}

function readOnce(text: string): ImportedMeeting[] {
  const parsed = readFeed(text, 'meeting-guide');
  if (parsed.error !== null) throw new Error(parsed.error.message);
  const feed = importFeed(parsed.data, { ...context, source: 'bench' });
  if (feed.error !== null) throw new Error(feed.error.message);
  return feed.data.meetings;
}

async function benchStore(
  stage: Stage,
  size: number,
  meetings: ImportedMeeting[],
  runs: number,
  figures: Figures,
): Promise<void> {
  const seconds = async () => {
    const started = performance.now();
    const source = { ...context, slug: 'bench', name: 'Bench', url: null };
    const answer = await storeImport(serviceDatabase(), source, meetings);
    if (answer.error !== null) throw new Error(answer.error.message);
    return (performance.now() - started) / 1000;
  };
  const first: number[] = [];
  const second: number[] = [];
  let note: string | undefined;
  try {
    // a long list is stored once: it takes as long as everything else together
    for (let run = 0; run < (size > 20_000 ? 1 : runs); run += 1) {
      await stage.order({ query: 'truncate public.meetings, public.meeting_sources cascade' });
      first.push(await seconds());
      second.push(await seconds());
    }
  } catch (error) {
    note = error instanceof Error ? error.message : String(error);
  }
  figures.add(stored, size, first, note);
  figures.add(again, size, second, note);
}
