import type { APIRoute } from 'astro';
import { guestTable } from '#events/guests/csv.ts';
import { eventForStaff, openGuests } from '#events/guests/guest-list.ts';
import { byName } from '#events/guests/search.ts';
import { instant } from '#platform/clock.ts';
import { csvAnswer } from '#platform/csv-answer.ts';
import { problem } from '#platform/problem.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** The guests as a spreadsheet; with `?words=yes` also what they wrote. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { database } = signedIn(locals);
  const event = await eventForStaff(database, params['slug'] ?? '');
  if (!event) return problem(404, 'There is no such event');
  const guests = (await openGuests(database, event, 'export')).guests.sort(byName);
  const day = instant(event.startsAt).toZonedDateTimeISO(event.timeZone).toPlainDate();
  const table = guestTable(guests, event, url.searchParams.get('words') === 'yes');
  return csvAnswer(table, `guests-${day}`);
};
