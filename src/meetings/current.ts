import type { ListedMeeting } from './schema.ts';
import { errorCode, log } from '#platform/log.ts';

/** The list a page shows: read just now, or the one built into the site. */
export interface CurrentList {
  meetings: ListedMeeting[];
  live: boolean;
  /** When it was read from the database. */
  readAt: string;
}

/** How long a page waits for the database before it shows what it has. */
export const pageTimeLimit = 2000;

type Built = { data: { meeting: ListedMeeting; readAt: string } }[];

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
export async function readOr<Value>(
  route: string,
  read: () => Promise<Value>,
  fallback: () => Promise<Value>,
): Promise<{ value: Value; live: boolean }> {
  try {
    return { value: await inTime(read()), live: true };
  } catch (error) {
    log({ event: 'built list shown', route, code: errorCode(error) });
    return { value: await fallback(), live: false };
  }
}

export async function currentList(
  read: () => Promise<ListedMeeting[]>,
  built: () => Promise<Built>,
): Promise<CurrentList> {
  const now = new Date().toISOString();
  const { value, live } = await readOr<Pick<CurrentList, 'meetings' | 'readAt'>>(
    '/meetings',
    async () => ({ meetings: await read(), readAt: now }),
    async () => {
      const entries = await built();
      return { meetings: entries.map(({ data }) => data.meeting), readAt: entries[0]?.data.readAt ?? now };
    },
  );
  return { ...value, live };
}
