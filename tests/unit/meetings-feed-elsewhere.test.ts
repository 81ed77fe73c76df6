import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meetingGuideFeed } from '#meetings/feed.ts';
import { anyMeeting } from '../support/any-meeting.ts';
import { listedMeeting } from '../support/meeting.ts';

/**
 * What a row needs for tsml-ui to show it, as its reader has it: src/helpers/load-meeting-data.ts of
 * github.com/code4recovery/tsml-ui (June 2026). The whole of it was run once against our feed; this keeps
 * the rules it follows. One row that breaks it there leaves the visitor with no list at all.
 */

const publisher = {
  siteUrl: 'https://alumni.example.org',
  organisation: 'Juniper Hollow',
  area: 'Alder Springs, CO, USA',
};
type Row = ReturnType<typeof meetingGuideFeed>[number];

/** Why tsml-ui would not show a row, or would stop at it; null where it shows it. */
function refusal(row: Row, seen: Set<unknown>): string | null {
  const {
    slug,
    day,
    time,
    end_time: end,
    timezone,
    types,
    conference_url: url,
    conference_phone: phone,
  } = row;
  const isClock = (value: unknown) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  if (typeof slug !== 'string' || slug === '') return 'no slug';
  if (seen.has(slug)) return 'duplicate slug';
  // flattenDays() loses rows as soon as two of them have lists
  if (Array.isArray(day)) return 'several days';
  if (typeof row['formatted_address'] !== 'string' || row['formatted_address'] === '')
    return 'no address information';
  if (!Array.isArray(types) || types.some((type) => typeof type !== 'string'))
    return 'a type that cannot be trimmed';
  // formatConferenceProvider() takes the third part between slashes
  if (url !== undefined && (typeof url !== 'string' || !url.split('/')[2])) return 'a link without a host';
  if (phone !== undefined && typeof phone !== 'string') return 'a phone that is no text';
  if ((day === undefined) !== (time === undefined)) return 'half a moment';
  if (day === undefined) return null;
  if (typeof day !== 'number' || day < 0 || day > 6 || !isClock(time)) return 'invalid start';
  if (end !== undefined && !isClock(end)) return 'invalid end';
  if (typeof timezone !== 'string') return 'no timezone';
  return null;
}

const isApproximate = (row: Row) => row['approximate'] === 'yes';
const providers = /^https?:\/\/[^/]*(?:zoom\.us|meet\.google\.com|webex\.com)(?:\/|$)/;
const isReachable = (row: Row) =>
  providers.test(String(row['conference_url'])) ||
  String(row['conference_phone'] ?? '').replace(/[^\d,+#]/g, '').length >= 10;

test('every meeting that is for the public is shown', () => {
  const list = fc.uniqueArray(anyMeeting, { selector: ({ slug }) => slug, maxLength: 8 });
  fc.assert(
    fc.property(list, (meetings) => {
      const rows = meetingGuideFeed(meetings, publisher);
      expect(rows).toHaveLength(meetings.filter(({ alumniOnly }) => !alumniOnly).length);
      const seen = new Set<unknown>();
      for (const row of rows) {
        expect(refusal(row, seen)).toBeNull();
        seen.add(row['slug']);
        // DateTime.fromSQL()
        expect(row['updated']).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
        expect(row['url']).toMatch(/^https:\/\//);
      }
    }),
  );
}, 60_000);

test('it is in person or online there as it is here', () => {
  const zoom = 'https://us02web.zoom.us/j/1';
  const cases = [
    { mode: 'in-person', joinUrl: null, address: '12 Elm St, Testville' },
    { mode: 'in-person', joinUrl: zoom, address: '12 Elm St' },
    { mode: 'hybrid', joinUrl: zoom, address: '12 Elm St' },
    { mode: 'online', joinUrl: zoom, address: '12 Elm St' },
    { mode: 'online', joinUrl: zoom, address: null, location: null },
    { mode: 'online', joinPhone: '+13035550147', address: null, location: null, region: 'Quarry' },
    { mode: 'paused', joinUrl: zoom, address: '12 Elm St' },
  ] as const;
  const shown = cases.map((changes) => {
    const [row] = meetingGuideFeed([listedMeeting(changes)], publisher);
    if (row === undefined) throw new Error('No row was written.');
    const closed = (row['types'] as string[]).includes('TC');
    return { inPerson: !closed && !isApproximate(row), online: isReachable(row) };
  });
  expect(shown).toEqual([
    { inPerson: true, online: false },
    { inPerson: true, online: false },
    { inPerson: true, online: true },
    { inPerson: false, online: true },
    { inPerson: false, online: true },
    { inPerson: false, online: true },
    { inPerson: false, online: false },
  ]);
});
