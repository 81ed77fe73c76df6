import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingGuideFeed, type Publisher } from '#meetings/feed.ts';
import { importFeed } from '#meetings/import/import-feed.ts';
import { importedMeetingSchema, type ImportedMeeting, type ListedMeeting } from '#meetings/schema.ts';
import { anyMeeting } from '../support/any-meeting.ts';
import { listedMeeting } from '../support/meeting.ts';

const publisher: Publisher = {
  siteUrl: 'https://alumni.example.org',
  organisation: 'Juniper Hollow',
  area: 'Alder Springs, CO, USA',
};
// On purpose not what most rows are: a row says for itself what it is.
const context = {
  format: 'meeting-guide',
  fellowship: 'coda',
  source: 'ours',
  timeZone: 'Asia/Tokyo',
} as const;

const sent = (meetings: ListedMeeting[]): unknown =>
  JSON.parse(JSON.stringify(meetingGuideFeed(meetings, publisher)));
const received = (meetings: ListedMeeting[]) => {
  const { data, error } = importFeed(sent(meetings), context);
  if (error) throw new Error(error.message);
  return data;
};

/** All that is published of a meeting: not who leads it, nor a way in that is told only to who asks. */
function published(meeting: ListedMeeting): ImportedMeeting {
  const { source, updatedAt, joinAfterPress, facilitatorFirstName, ...rest } = meeting;
  const hidden = joinAfterPress && { joinUrl: null, joinPhone: null, joinNotes: null };
  return {
    ...rest,
    facilitatorFirstName: null,
    ...hidden,
    sourceKey: meeting.slug,
    slug: `ours-${meeting.slug}`,
  };
}

describe('our own feed, read by our own importer', () => {
  test('says everything that is published of any meeting, and needs no repair', () => {
    const list = fc.uniqueArray(anyMeeting, { selector: ({ slug }) => slug, maxLength: 8 });
    fc.assert(
      fc.property(list, (meetings) => {
        const shown = meetings
          .filter(({ alumniOnly }) => !alumniOnly)
          .sort((a, b) => (a.slug < b.slug ? -1 : 1));
        for (const { source, updatedAt, joinAfterPress, ...meeting } of shown)
          importedMeetingSchema.parse(meeting);
        const { meetings: back, rows } = received(meetings);
        expect(rows.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
        // an all-digit slug is listed under its name, so that two feeds' numbers differ
        const address = ({ slug, sourceKey }: { slug: string; sourceKey: string | null }) =>
          /^\d+$/.test(sourceKey ?? '') ? 'numbered' : slug;
        const named = (meeting: ImportedMeeting) => ({ ...meeting, slug: address(meeting) });
        expect(back.map(named)).toEqual(shown.map(published).map(named));
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  test('words that look like a day of the year 0 are words, and cost nothing', () => {
    const meeting = listedMeeting({ name: '0303-55-01', types: ['0000-00-00a'], notes: 'Since 18:00+15:00' });
    expect(received([meeting])).toMatchObject({
      rows: [{ outcome: 'kept' }],
      meetings: [{ name: '0303-55-01', types: ['0000-00-00a'], notes: 'Since 18:00+15:00' }],
    });
  });

  test('a group for alumni only is nowhere in it', () => {
    expect(sent([listedMeeting({ alumniOnly: true })])).toEqual([]);
  });

  test('the first name of who leads a group stays on our own pages', () => {
    expect(JSON.stringify(sent([listedMeeting({ facilitatorFirstName: 'Lucía' })]))).not.toContain('Lucía');
  });

  test('a way in that is told only to who asks is nowhere in it, but the mode is', () => {
    const meeting = listedMeeting({
      ...{ mode: 'online', joinAfterPress: true, joinUrl: 'https://zoom.us/j/1?pwd=secret' },
      ...{ joinPhone: '+13035550147,,123#', joinNotes: 'Passcode 4711' },
    });
    expect(JSON.stringify(sent([meeting]))).not.toMatch(/secret|0147|4711/);
    expect(received([meeting]).meetings[0]).toMatchObject({
      mode: 'online',
      joinUrl: null,
      joinPhone: null,
      joinNotes: null,
    });
  });

  test('without our own field it is read by the rules, as any other feed', () => {
    const meeting = listedMeeting({
      mode: 'hybrid',
      address: '1 Elm St',
      joinUrl: 'https://zoom.us/j/1',
      types: ['open'],
    });
    const rows = (sent([meeting]) as Record<string, unknown>[]).map(({ onward, ...row }) => row);
    const { data } = importFeed(rows, { ...context, fellowship: 'aa' });
    expect(data?.meetings[0]).toMatchObject({
      mode: 'hybrid',
      fellowship: 'aa',
      types: ['open'],
      address: '1 Elm St',
    });
    expect(data?.rows[0]?.outcome).toBe('kept');
  });

  test('a field of ours that is not as it should be is left to the rules, and nothing is lost', () => {
    const [row] = sent([listedMeeting({ address: '1 Elm St' })]) as Record<string, unknown>[];
    for (const onward of [null, {}, { version: 2 }, { ...(row?.['onward'] as object), mode: 'levitating' }]) {
      const { data } = importFeed([{ ...row, onward, notes: 'Ring 303-555-0134' }], context);
      expect(data?.meetings[0]).toMatchObject({
        mode: 'in-person',
        notes: 'Ring [contact left out]',
        fellowship: 'coda',
      });
    }
  });
});

describe('what others are told where their format has no word', () => {
  const only = (changes: Partial<ListedMeeting>) => meetingGuideFeed([listedMeeting(changes)], publisher)[0];

  test('a rhythm and a date that is not as usual stand in the notes', () => {
    const rhythm = {
      everyWeeks: null,
      weeksOfMonth: [2, 4],
      months: null,
      firstOn: null,
      lastOn: null,
    } as ListedMeeting['schedule'];
    const exceptions = [{ on: '2026-12-27', moved: null, note: 'Holiday' }];
    expect(only({ schedule: rhythm, exceptions, notes: 'Side door.' })?.['notes']).toBe(
      '2nd and 4th Sunday of the month.\nClosed on December 27, 2026 (Holiday).\n\nSide door.',
    );
  });

  test('unconfirmed is said, and paused or in person is not made to look online', () => {
    expect(only({ mode: 'unconfirmed' })?.['notes']).toBe('Not confirmed: check before you go.');
    for (const mode of ['paused', 'in-person'] as const)
      expect(only({ mode, joinUrl: 'https://zoom.us/j/1' })).not.toHaveProperty('conference_url');
  });

  test('TC and ONL say what is closed and what is online', () => {
    const online = { mode: 'online', joinUrl: 'https://zoom.us/j/1' } as const;
    expect(only({ ...online, location: null })?.['types']).toEqual(['ONL']);
    expect(only({ ...online, location: 'Hall' })?.['types']).toEqual(['TC', 'ONL']);
    expect(only({ mode: 'paused' })?.['types']).toEqual(['TC']);
    expect(only({ mode: 'hybrid', joinUrl: 'https://zoom.us/j/1' })?.['types']).toEqual(['ONL']);
  });
});
