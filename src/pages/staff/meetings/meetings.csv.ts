import type { APIRoute } from 'astro';
import { meetingTable } from '#meetings/feed-table.ts';
import { listedMeetings } from '#meetings/store.ts';
import { csvAnswer } from '#platform/csv-answer.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** The listed meetings as a spreadsheet, which the import of lists reads back. */
export const GET: APIRoute = async ({ locals }) => {
  const { name: organisation, city, region } = site();
  const publisher = { siteUrl: siteUrl(), organisation, area: `${city}, ${region}, USA` };
  return csvAnswer(meetingTable(await listedMeetings(signedIn(locals).database), publisher), 'meetings');
};
