import { meetingTable } from '#meetings/feed-table.ts';
import { meetingGuideFeed } from '#meetings/feed.ts';
import { listedMeetings } from '#meetings/store.ts';
import type { OnwardDatabase } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import type { Folder } from './folder.ts';

/** The meetings that are listed, as other finders and the import of this software read them. Returns how many. */
export async function writeMeetings(folder: Folder, database: OnwardDatabase): Promise<number> {
  const { name: organisation, city, region } = site();
  const publisher = { siteUrl: siteUrl(), organisation, area: `${city}, ${region}, USA` };
  const meetings = await listedMeetings(database);
  const file = (name: string, alumniOnly: boolean) => {
    const these = meetings.filter((meeting) => meeting.alumniOnly === alumniOnly);
    return folder.write(
      name,
      `${JSON.stringify(meetingGuideFeed(these, publisher, { whole: true }), null, 1)}\n`,
    );
  };
  await file('meetings/meetings.json', false);
  await file('meetings/for-alumni-only.json', true);
  await folder.write('meetings/meetings.csv', meetingTable(meetings, publisher));
  return meetings.length;
}
