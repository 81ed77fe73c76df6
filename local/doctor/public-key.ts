import { publicDatabase, rows, serviceDatabase } from '#platform/database.ts';
import { exportedTables, leftBehind, type TableName } from '../export/tables.ts';
import { bad, good, type Finding } from './finding.ts';

/** Tables of which anybody may read something: it is on the site. */
const onTheSite: TableName[] = [
  ...([
    'events',
    'event_series',
    'event_sessions',
    'seat_pools',
    'programs',
    'cohorts',
    'site_settings',
  ] as const),
  ...([
    'meetings',
    'meeting_sources',
    'meeting_exceptions',
    'resources',
    'attachments',
    'gone_addresses',
  ] as const),
];

/** Every table of which nobody outside may read anything. */
export const closedTables: TableName[] = [
  ...exportedTables.map(({ name }) => name),
  ...(Object.keys(leftBehind) as TableName[]),
].filter((name) => !onTheSite.includes(name));

const counted = async (database: ReturnType<typeof serviceDatabase>, table: TableName) =>
  database
    .from(table as 'events')
    .select('*', { count: 'exact' })
    .limit(1);

/** Really asks for every closed table with the key that anybody may hold. Throws DatabaseUnavailable. */
export async function checkPublicKey(): Promise<Finding[]> {
  const readable: string[] = [];
  let proven = 0;
  for (const table of closedTables) {
    const [asVisitor, asService] = [
      await counted(publicDatabase(), table),
      await counted(serviceDatabase(), table),
    ];
    rows(asService);
    if ((asVisitor.data?.length ?? 0) > 0 || (asVisitor.count ?? 0) > 0) readable.push(table);
    // an empty table shows nothing to anybody: that says little, a refusal or rows that are held back say much
    else if (asVisitor.error || (asService.count ?? 0) > 0) proven += 1;
  }
  if (readable.length > 0) {
    return [
      bad(
        `Anybody can read ${readable.join(', ')}.`,
        'Take the site off now. Then see in Supabase why row level security is off or a policy lets everybody in.',
      ),
    ];
  }
  const unproven = closedTables.length - proven;
  return [
    good(
      `The publishable key reads none of ${closedTables.length} closed tables${
        unproven > 0 ? ` (${unproven} are empty)` : ''
      }.`,
    ),
  ];
}
