import { systemClock } from '#platform/clock.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { serviceFiles } from '#platform/file-store.ts';
import { site } from '#platform/site.ts';
import { writeAttachments } from './attachment-files.ts';
import { Folder } from './folder.ts';
import { writeMeetings } from './meeting-files.ts';
import { writeOpened } from './opened-files.ts';
import { readme, type Taken } from './readme.ts';
import { countOf, pagesOf, writeRows } from './row-files.ts';
import { exportedTables } from './tables.ts';
import { writeGuides, writeResources } from './text-files.ts';

/**
 * Takes everything an organisation has out of the database into an empty folder, counts it again at the end, and says
 * in README.txt what is what. The record of who looked at what gets its line before anything is read.
 * Throws Unusable and DatabaseUnavailable.
 */
export async function exportEverything(
  path: string,
  database: OnwardDatabase,
  withSignUps: boolean,
  progress: (line: string) => void = () => {},
): Promise<Taken> {
  const folder = await Folder.open(path);
  const written = await database
    .from('audit_log')
    .insert({ action: 'export', subject: 'everything', detail: withSignUps ? 'with-sign-ups' : 'sealed' });
  if (written.error) rows({ ...written, data: null });
  const counts: Record<string, number> = {};
  for (const table of exportedTables) {
    counts[table.name] = await writeRows(folder, `tables/${table.name}`, pagesOf(database, table));
    progress(`${table.name}: ${counts[table.name] ?? 0}`);
  }
  const taken = {
    ...{ at: systemClock().toString(), organisation: site().name, counts },
    meetings: await writeMeetings(folder, database),
    resources: await writeResources(folder, database),
    guides: await writeGuides(folder),
    attachments: await writeAttachments(folder, database, serviceFiles()),
    opened: withSignUps ? await writeOpened(folder, database) : null,
    differing: await differences(database, counts),
  };
  await folder.write('README.txt', readme(taken));
  return taken;
}

async function differences(
  database: OnwardDatabase,
  counts: Record<string, number>,
): Promise<Taken['differing']> {
  const differing: Taken['differing'] = [];
  for (const { name } of exportedTables) {
    const present = await countOf(database, name);
    if (present !== counts[name]) differing.push({ name, written: counts[name] ?? 0, present });
  }
  return differing;
}
