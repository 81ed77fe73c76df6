import type { Query } from './stored.ts';

/** The route of a page's file: `src/pages/r/[token].astro` → `/r/[token]`. */
export const routeOf = (file: string) =>
  file
    .replace(/^src\/pages/, '')
    .replace(/\.(astro|ts)$/, '')
    .replace(/(.)\/index$/, '$1')
    .replace(/^\/index$/, '/');

/** What stands in the places of a route, by SQL on the demo data. */
const places: [under: string, name: string, from: string][] = [
  [
    '/events/',
    'slug',
    `select slug from public.events where status = 'published' and starts_at > now() and questions = '[]'`,
  ],
  ['/meetings/', 'slug', 'select slug from public.meetings'],
  ['/resources/', 'slug', `select slug from public.resources where status = 'published'`],
  ['/resources/preview/', 'token', `select 'x'`],
  ['/staff/events/series/', 'id', 'select id::text from public.event_series'],
  [
    '/staff/events/',
    'slug',
    `select slug from public.events where status = 'published' and starts_at > now()`,
  ],
  [
    '/staff/events/',
    'rsvp',
    `select rsvps.id::text from public.rsvps join public.events on events.id = event_id where slug = '%slug%'`,
  ],
  ['/staff/meetings/reports/', 'id', 'select id::text from public.meeting_reports'],
  ['/staff/meetings/feeds/', 'slug', 'select slug from public.meeting_sources'],
  ['/staff/meetings/feeds/', 'id', 'select gen_random_uuid()::text'],
  ['/staff/meetings/', 'place', `select 'groups'`],
  ['/staff/meetings/', 'slug', 'select slug from public.meetings where alumni_only'],
  ['/staff/resources/', 'id', `select id::text from public.resources where status <> 'archived'`],
  ['/staff/resources/', 'file', 'select gen_random_uuid()::text'],
  ['/staff/step-down/cohorts/programs/', 'slug', 'select slug from public.programs'],
  ['/staff/step-down/cohorts/', 'slug', 'select slug from public.cohorts'],
  ['/staff/step-down/consents/', 'id', 'select id::text from public.consents'],
  ['/staff/step-down/', 'id', 'select id::text from public.sign_ups'],
  ['/staff/team/', 'id', `select user_id::text from public.staff where role = 'editor'`],
];

/** An address for each route that shows something. `links`: what people were sent, by their route. */
export async function addressesOf(
  routes: readonly string[],
  query: Query,
  links: Record<string, string>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const route of routes) {
    let address = route;
    for (const [, rest, name = ''] of route.matchAll(/\[(\.\.\.)?(\w+)\]/g)) {
      const sql = places.find(([under, place]) => route.startsWith(under) && place === name)?.[2];
      const slug = /\/staff\/events\/([^/[]+)/.exec(address)?.[1] ?? '';
      const row = sql
        ? (await query<Record<string, string>>(`${sql.replace('%slug%', slug)} limit 1`))[0]
        : undefined;
      const value = links[route] ?? Object.values(row ?? {})[0];
      address = address.replace(`[${rest ?? ''}${name}]`, value ?? crypto.randomUUID());
    }
    found[route] = address + (/\.csv$|\/sync$|\/autosave$|-state$/.test(address) ? '' : '/');
  }
  return found;
}
