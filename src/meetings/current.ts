import { etagOf } from '#platform/cached-answer.ts';
import { systemClock } from '#platform/clock.ts';
import { DatabaseUnavailable, publicDatabase } from '#platform/database.ts';
import { errorCode, log } from '#platform/log.ts';
import { site } from '#platform/site.ts';
import { builtCopy } from './built-copy.ts';
import { encodeList, listText } from './finder/encode.ts';
import { MeetingIndex } from './finder/meeting-index.ts';
import { moreText } from './finder/more-text.ts';
import type { ListedMeeting } from './schema.ts';
import { listVersion, listedMeeting, listedMeetings } from './store.ts';

/** The list the site shows, with everything made from it once. */
export interface CurrentList {
  version: string;
  /** When it was read from the database. */
  readAt: string;
  index: MeetingIndex;
  /** The meetings in the order of the index. */
  meetings: ListedMeeting[];
  /** What `GET /api/meetings` answers, and a tag that changes with it. */
  text: string;
  etag: string;
  /** What the index leaves out of each meeting, for words to be found in. */
  more: string[];
}

/** How long a page waits to hear whether the list has changed, and for a list it has not read yet. */
const versionTimeLimit = 2000;
const listTimeLimit = 9000;
/** A list holds dates of the coming weeks, so it is made anew some times a day. */
const keptFor = 3 * 3_600_000;

let last: CurrentList | null = null;
let madeAt = 0;
let reading: Promise<CurrentList> | null = null;

/**
 * The list as it is, read anew only when the database says that it changed. When the database does not
 * answer in time: the last list read, else the one built into the site, with `live` false. Throws
 * DatabaseUnavailable when there is neither. A list a day old is better than none for somebody who looks
 * for a meeting tonight; the page says how old it is.
 */
export async function currentList(): Promise<{ list: CurrentList; live: boolean }> {
  try {
    const version = await listVersion(publicDatabase({ timeLimit: versionTimeLimit }));
    if (last?.version === version && Date.now() - madeAt < keptFor) return { list: last, live: true };
    // whoever comes meanwhile waits for the same reading
    reading ??= readList(version).finally(() => (reading = null));
    return { list: await reading, live: true };
  } catch (error) {
    log({ event: 'kept-list-shown', route: '/meetings', code: errorCode(error) });
    const kept = last ?? fromBuild();
    if (kept === null) throw unavailable(error);
    return { list: kept, live: false };
  }
}

async function readList(version: string): Promise<CurrentList> {
  const readAt = new Date().toISOString();
  const meetings = await listedMeetings(publicDatabase({ timeLimit: listTimeLimit }));
  last = made(meetings, version, readAt);
  madeAt = Date.now();
  return last;
}

let built: CurrentList | null = null;

function fromBuild(): CurrentList | null {
  const copy = builtCopy();
  if (copy === null) return null;
  return (built ??= made(copy.meetings, `built ${copy.readAt}`, copy.readAt));
}

function made(listed: ListedMeeting[], version: string, readAt: string): CurrentList {
  const { timeZone } = site();
  const { head, blocks, meetings } = encodeList(listed, { version, timeZone, readAt, now: systemClock() });
  const index = new MeetingIndex(head);
  for (const block of blocks) index.add(block);
  const text = listText({ head, blocks });
  return { ...{ version, readAt, index, meetings, text, etag: etagOf(text) }, more: meetings.map(moreText) };
}

const unavailable = (error: unknown) =>
  error instanceof DatabaseUnavailable ? error : new DatabaseUnavailable();

/** One listed meeting, or null; from the built copy when the database does not answer in time. */
export async function currentMeeting(
  slug: string,
): Promise<{ meeting: ListedMeeting | null; live: boolean }> {
  try {
    return {
      meeting: await listedMeeting(publicDatabase({ timeLimit: versionTimeLimit }), slug),
      live: true,
    };
  } catch (error) {
    log({ event: 'kept-list-shown', route: '/meetings/[slug]', code: errorCode(error) });
    const kept = last ?? builtCopy();
    if (kept === null) throw unavailable(error);
    return { meeting: kept.meetings.find((meeting) => meeting.slug === slug) ?? null, live: false };
  }
}
