import type { Opened } from './opened-files.ts';
import { exportedTables, leftBehind } from './tables.ts';

export interface Taken {
  at: string;
  organisation: string;
  counts: Record<string, number>;
  meetings: number;
  resources: number;
  guides: number;
  attachments: { written: number; missing: string[] };
  opened: Opened | null;
  /** Tables whose count in the database is another one by now. */
  differing: { name: string; written: number; present: number }[];
}

/** What the folder holds, for somebody who opens it years later. */
export function readme({
  at,
  organisation,
  counts,
  opened,
  attachments,
  differing,
  ...taken
}: Taken): string {
  const line = (name: string, what: string, count: number) =>
    `  ${name.padEnd(34)} ${String(count).padStart(7)}  ${what}`;
  const trouble = [
    ...differing.map(
      ({ name, written, present }) => `${name}: ${written} rows are here, the database has ${present}.`,
    ),
    ...attachments.missing.map((name) => `The file ${name} is not in Storage.`),
    ...(opened && opened.closed > 0
      ? [`${opened.closed} sealed rows could not be opened: their key is not among INTAKE_KEYS.`]
      : []),
  ];
  return [
    `Everything ${organisation} has in Onward, taken out at ${at}.`,
    '',
    'IT IS ABOUT PEOPLE. Keep this folder as you keep records: encrypted, shown to nobody who need not see it, and',
    'deleted when it has served.',
    '',
    ...(trouble.length > 0
      ? ['WHAT IS NOT COMPLETE', ...trouble, '']
      : ['Every count below is the same as in the database at the end of the export.', '']),
    'tables/   each table as CSV (UTF-8; a cell that a spreadsheet would calculate has an apostrophe before it) and as',
    '          JSON lines (exact)',
    ...exportedTables.map(({ name, what }) => line(`tables/${name}`, what, counts[name] ?? 0)),
    '',
    'meetings/ the listed meetings as Meeting Guide JSON and as CSV: other finders read the first, and',
    '          “npm run meetings:import” and “Meeting lists” of the staff area read both back',
    line('meetings/meetings.json and others', 'those for alumni only stand apart', taken.meetings),
    '',
    line('resources/', 'as Markdown, drafts under resources/drafts', taken.resources),
    line('guides/', 'guides, pages and settings of content/', taken.guides),
    line('files/', 'files of resources, by the id of tables/attachments', attachments.written),
    '',
    ...(opened
      ? [
          'opened/   what is sealed of requests and consents, in clear words. READ-THIS-FIRST.txt goes wherever they go',
          ...Object.entries(opened.counts).map(([name, count]) =>
            line(`opened/${name.replaceAll('_', '-')}`, '', count),
          ),
        ]
      : [
          'Requests and consents are here as they are kept: sealed. With --with-sign-ups they are opened as well.',
        ]),
    '',
    'Not here, because it means nothing elsewhere:',
    ...Object.entries(leftBehind).map(([name, why]) => `  ${name}: ${why}`),
    '',
  ].join('\n');
}
