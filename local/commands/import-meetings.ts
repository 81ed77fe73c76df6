import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { feedSizeLimit } from '#meetings/feed-body.ts';
import { fellowshipName } from '#meetings/fellowships.ts';
import { fetchFeed, type Validators } from '#meetings/fetch-feed.ts';
import { conflictLine, rowLines, summaryLine } from '#meetings/import/report.ts';
import { feedFormats, slugSchema } from '#meetings/schema.ts';
import { isTimeZone } from '#platform/time-zones.ts';
import { slugOf } from '#platform/slug.ts';
import { bringIn } from '#meetings/sync/bring-in.ts';
import { DatabaseUnavailable, serviceDatabase } from '#platform/database.ts';
import { loadLocalEnvironment } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** `npm run meetings:import`: reads a feed, prints what became of each row, and puts it in the list. */

const usage = `npm run meetings:import -- <file-or-url> --format ${feedFormats.join('|')} --fellowship <slug>
  [--time-zone <IANA>] [--source <name>] [--join-after-press] [--allow-shrink] [--dry-run]`;

class Unusable extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      fellowship: { type: 'string' },
      'time-zone': { type: 'string' },
      source: { type: 'string' },
      'join-after-press': { type: 'boolean' },
      'allow-shrink': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [from, ...others] = positionals;
  if (from === undefined || others.length > 0) throw new Unusable(`Name one file or address.\n${usage}`);
  const format = feedFormats.find((known) => known === values.format);
  if (format === undefined) throw new Unusable(`--format is one of ${feedFormats.join(', ')}.\n${usage}`);
  const fellowship = slugSchema.safeParse(values.fellowship).data;
  if (fellowship === undefined)
    throw new Unusable(`--fellowship is a slug, as aa or recovery-dharma.\n${usage}`);
  const timeZone = values['time-zone'] ?? site().timeZone;
  if (!isTimeZone(timeZone))
    throw new Unusable(`--time-zone is an IANA zone, as America/Denver, not “${timeZone}”.`);
  return { ...values, from, format, fellowship, timeZone };
}

async function textOf(from: string): Promise<{ text: string } & Partial<Validators>> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) {
    const { data, error } = await fetchFeed(from);
    if (error !== null) throw new Unusable(error.message);
    return { ...data, text: data.text ?? '' };
  }
  const file = await stat(from).catch(() => null);
  if (file === null || !file.isFile()) throw new Unusable(`There is no file “${from}”.`);
  if (file.size > feedSizeLimit) throw new Unusable('The feed is larger than 25 MB.');
  return { text: await readFile(from, 'utf8') };
}

/** Without --source the feed is named after where it comes from, so a second import finds the first. */
function sourceOf(
  from: string,
  fellowship: string,
  named: string | undefined,
): { slug: string; name: string } {
  const origin = /^https?:\/\//i.test(from) ? new URL(from).hostname : basename(from).replace(/\.[^.]*$/, '');
  const name = named ?? `${fellowshipName(fellowship)}, ${origin}`;
  const slug = slugOf(named ?? `${fellowship} ${origin}`)
    .slice(0, 80)
    .replace(/-+$/, '');
  if (slug === '') throw new Unusable('--source needs a name with letters or digits in it.');
  return { slug, name };
}

async function run(): Promise<void> {
  const { from, format, fellowship, timeZone, ...options } = readArguments();
  const { text, ...validators } = await textOf(from);
  const source = {
    ...sourceOf(from, fellowship, options.source),
    ...{ fellowship, format, timeZone, url: /^https?:\/\//i.test(from) ? from : null },
    ...(options['join-after-press'] && { joinAfterPress: true }),
    ...validators,
  };
  loadLocalEnvironment();
  const database = options['dry-run'] ? null : serviceDatabase({ timeLimit: 120_000 });
  const { feed, counts, error } = await bringIn(text, source, database, options['allow-shrink']);
  if (feed !== null) console.log([...rowLines(feed.rows), ''].join('\n'));
  if (error !== null)
    throw new Unusable(
      `${error.message}${error.code === 'shrunk' ? ' If it is right, add --allow-shrink.' : ''}`,
    );
  console.log(summaryLine(feed.rows, feed.meetings.length, counts));
  const conflicts = counts && conflictLine(counts);
  if (conflicts) console.log(conflicts);
}

try {
  await run();
} catch (error) {
  if (error instanceof DatabaseUnavailable) {
    console.error(
      'The database does not answer, so nothing was changed. Locally, start it with: npm run dev',
    );
  } else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
