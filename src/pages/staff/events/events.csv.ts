import type { APIRoute } from 'astro';
import { eventTable } from '#events/edit/event-table.ts';
import { eventsEndingAfter } from '#events/edit/kept-event.ts';
import { csvAnswer } from '#platform/csv-answer.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** All events, past ones and drafts too, as a spreadsheet without guests. */
export const GET: APIRoute = async ({ locals }) =>
  csvAnswer(eventTable(await eventsEndingAfter(signedIn(locals).database, '2000-01-01T00:00:00Z')), 'events');
