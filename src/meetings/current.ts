import { publicDatabase, type OnwardDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import type { ListedMeeting } from './schema.ts';
import { listedMeeting, listedMeetings } from './store.ts';

/** The list a page shows: read just now, or the one built into the site. */
export interface CurrentList {
  meetings: ListedMeeting[];
  live: boolean;
  /** When it was read from the database. */
  readAt: string;
}

/** How long a page waits for the database before it shows what it has. */
const pageTimeLimit = 2000;

interface BuiltMeeting {
  data: { meeting: ListedMeeting; readAt: string };
}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error('The database took too long')), pageTimeLimit);
    work.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  });
  return Promise.race([work, late]);
}

/**
 * What `read` gives within two seconds, else `fallback`. A list a day old is better than none for
 * somebody who looks for a meeting tonight; the page says how old it is.
 */
async function readOr<Value>(
  route: string,
  read: (database: OnwardDatabase) => Promise<Value>,
  fallback: () => Promise<Value>,
): Promise<{ value: Value; live: boolean }> {
  try {
    return { value: await inTime(read(publicDatabase({ timeLimit: pageTimeLimit }))), live: true };
  } catch (error) {
    log({ event: 'built list shown', route, code: errorCode(error) });
    return { value: await fallback(), live: false };
  }
}

/** Every listed meeting; `built` gives the list built into the site. */
export async function currentList(built: () => Promise<BuiltMeeting[]>): Promise<CurrentList> {
  const now = new Date().toISOString();
  const { value, live } = await readOr<Pick<CurrentList, 'meetings' | 'readAt'>>(
    '/meetings',
    async (database) => ({ meetings: await listedMeetings(database), readAt: now }),
    async () => {
      const entries = await built();
      return { meetings: entries.map(({ data }) => data.meeting), readAt: entries[0]?.data.readAt ?? now };
    },
  );
  return { ...value, live };
}

/** One listed meeting, or null; `built` finds it among those built into the site. */
export async function currentMeeting(
  slug: string,
  built: () => Promise<BuiltMeeting | undefined>,
): Promise<{ meeting: ListedMeeting | null; live: boolean }> {
  const { value, live } = await readOr(
    '/meetings/[slug]',
    (database) => listedMeeting(database, slug),
    async () => (await built())?.data.meeting ?? null,
  );
  return { meeting: value, live };
}
