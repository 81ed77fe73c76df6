import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { moment } from '#platform/moment.ts';
import { counted, type TodayLine } from '#platform/today-line.ts';

/** Resources on the page of the day: who waits for a second look, what is planned, what grows old. */

const row = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  draft: z.object({ title: z.string().catch('') }).nullable(),
  author_id: z.uuid().nullable(),
  changed_by_name: z.string().nullable(),
  status: z.string(),
  review: z.enum(['asked', 'sent-back']).nullable(),
  review_note: z.string().nullable(),
  publish_at: moment.nullable(),
  review_by: z.iso.date().nullable(),
});
export type ResourceAtWork = z.infer<typeof row>;

interface Reader {
  id: string;
  /** Whether they may publish: who may not has nobody's second look to give. */
  publishes: boolean;
}

const titled = ({ title, draft }: ResourceAtWork) => `“${draft?.title || title || 'Without a title yet'}”`;
const firstThree = (all: string[]) =>
  all.length > 3 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ');

export function resourceLines(
  found: ResourceAtWork[],
  reader: Reader,
  timeZone: string,
  now: Temporal.Instant,
): TodayLine[] {
  const here = (resource: ResourceAtWork) => `/staff/resources/${resource.id}/`;
  const sentBack = found
    .filter(({ review, author_id: author }) => review === 'sent-back' && author === reader.id)
    .map((resource): TodayLine => {
      const text = `${titled(resource)} came back to you`;
      return { when: 'now', href: here(resource), text, more: resource.review_note ?? undefined };
    });
  const asked = found
    .filter(({ review }) => review === 'asked' && reader.publishes)
    .map((resource): TodayLine => {
      const more = resource.changed_by_name ? `From ${resource.changed_by_name}` : undefined;
      return { when: 'now', href: here(resource), text: `${titled(resource)} waits for a second look`, more };
    });
  const planned = found
    .flatMap((resource) =>
      resource.publish_at === null ? [] : [{ resource, at: instant(resource.publish_at) }],
    )
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ resource, at }): TodayLine => {
      const when = at.toZonedDateTimeISO(timeZone).toLocaleString('en-US', {
        ...{ weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
      });
      return { when: 'week', href: here(resource), text: `${titled(resource)} goes out on ${when}` };
    });
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const old = found.filter(({ status, review_by: day }) => status === 'published' && day !== null);
  const past = old.filter(({ review_by: day }) => (day ?? '') < today);
  const near = old.filter(({ review_by: day }) => (day ?? '') >= today);
  return [...sentBack, ...asked, ...planned, ...aged(past, true), ...aged(near, false)];

  function aged(these: ResourceAtWork[], isPast: boolean): TodayLine[] {
    const [only] = these;
    if (!only) return [];
    const text = isPast
      ? `${counted(these.length, 'resource is', 'resources are')} past the day to look through again`
      : `${counted(these.length, 'resource is', 'resources are')} to be looked through in the next two weeks`;
    const href = these.length === 1 ? here(only) : '/staff/resources/';
    return [{ when: 'later', href, text, more: firstThree(these.map(titled)) }];
  }
}

/** The same, asked as whoever is signed in. Throws DatabaseUnavailable. */
export async function resourcesToday(
  database: OnwardDatabase,
  reader: Reader,
  timeZone: string,
  now: Temporal.Instant,
): Promise<TodayLine[]> {
  const columns =
    'id, title, draft, author_id, changed_by_name, status, review, review_note, publish_at, review_by';
  const soon = now
    .add({ hours: 14 * 24 })
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
  const asked = () => database.from('resources').select(columns).neq('status', 'archived').limit(200);
  const answers = await Promise.all([
    asked().not('review', 'is', null).order('changed_at'),
    asked().not('publish_at', 'is', null).order('publish_at'),
    asked().eq('status', 'published').lte('review_by', soon).order('review_by'),
  ]);
  const found = answers.flatMap((answer) => z.array(row).parse(rows(answer)));
  const once = [...new Map(found.map((resource) => [resource.id, resource])).values()];
  return resourceLines(once, reader, timeZone, now);
}
