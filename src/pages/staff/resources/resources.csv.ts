import type { APIRoute } from 'astro';
import { csvAnswer } from '#platform/csv-answer.ts';
import { resourcesOnDesk } from '#resources/desk/kept-resource.ts';
import { resourceTable } from '#resources/table/resource-table.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** All resources as a spreadsheet, which the import of resources reads back. */
export const GET: APIRoute = async ({ locals }) =>
  csvAnswer(resourceTable(await resourcesOnDesk(signedIn(locals).database)), 'resources');
