import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { directions } from '#meetings/directions.ts';
import { meetingView } from '#meetings/meeting-view.ts';
import { detailsText } from '#meetings/panel/details-text.ts';
import { savedFacts } from '#meetings/saved/facts.ts';
import { everyWeek } from '#meetings/schema.ts';
import { embeddable, structuredData } from '#meetings/structured-data.ts';
import { waysIn, withoutWayIn } from '#meetings/ways-in.ts';
import { listedMeeting } from '../support/meeting.ts';

const now = Temporal.Instant.from('2026-11-22T12:00:00-07:00');
const hybrid = listedMeeting({
  ...{ slug: 'dusk', name: 'Dusk', startTime: '23:30', endTime: '00:30', timeZone: 'America/New_York' },
  ...{ mode: 'hybrid', address: '1 Elm St, Testville', joinUrl: 'https://zoom.us/j/1' },
  ...{ joinPhone: '+13035550161,,12#', types: ['open'], otherTypes: ['QQ'] },
  confirmedAt: '2026-11-01T12:00:00Z',
});

test('a meeting says when by its own clock and by ours, and how to get in', () => {
  const view = meetingView(hybrid, 'America/Denver', now);
  expect(view).toMatchObject({
    when: 'Every Sunday, 11:30 pm to 12:30 am, Eastern Time',
    caution: null,
    ways: {
      join: { href: 'https://zoom.us/j/1', label: 'Join with Zoom' },
      dial: { href: 'tel:+13035550161,,12%23', number: '(303) 555-0161', codes: '12#' },
    },
    press: false,
    kinds: ['Open', 'QQ'],
    confirmed: 'One of our own groups. We last confirmed it on November 1, 2026.',
  });
  expect(view.dates[0]).toEqual({
    at: '2026-11-22T23:30:00-05:00',
    text: 'Sunday, November 22, 11:30 pm',
    plain: 'Sunday, November 22, 11:30 pm',
    here: 'Sunday, 9:30 pm Mountain Time',
    held: true,
  });
});

test('a date that is closed or moved is said first, among the next ones', () => {
  const closed = { ...hybrid, exceptions: [{ on: '2026-11-22', moved: null, note: 'roof work' }] };
  const view = meetingView(closed, 'America/New_York', now);
  expect(view.caution).toBe('Closed on Sunday, November 22: roof work');
  expect(view.dates.slice(0, 2)).toMatchObject([
    { text: 'Closed on Sunday, November 22: roof work', held: false },
    { text: 'Sunday, November 29, 11:30 pm', held: true, here: null },
  ]);
  expect(view.next?.toPlainDate().toString()).toBe('2026-11-29');
  expect(view.unusual).toBe(true);
  const monthly = { ...hybrid, schedule: { ...everyWeek, weeksOfMonth: [2 as const] } };
  expect(meetingView(monthly, 'America/New_York', now)).toMatchObject({
    when: '2nd Sunday of the month, 11:30 pm to 12:30 am, Eastern Time',
    caution: null,
    unusual: true,
  });
  expect(meetingView(hybrid, 'America/New_York', now).unusual).toBe(false);
});

test('directions are links to press: the device’s maps, and two others with the address in them', () => {
  expect(directions(hybrid)).toEqual({
    address: '1 Elm St, Testville',
    geo: 'geo:0,0?q=1%20Elm%20St%2C%20Testville',
    apple: 'https://maps.apple.com/?daddr=1+Elm+St%2C+Testville',
    google: 'https://www.google.com/maps/dir/?api=1&destination=1+Elm+St%2C+Testville',
  });
  expect(directions({ ...hybrid, latitude: 39.5, longitude: -105, address: null })?.geo).toBe(
    'geo:39.5,-105',
  );
  expect(directions({ ...hybrid, mode: 'online' })).toBeNull();
  expect(directions({ ...hybrid, address: null })).toBeNull();
});

test('a paused meeting offers no way in and promises nothing to search engines', () => {
  const view = meetingView({ ...hybrid, mode: 'paused' }, 'America/Denver', now);
  expect(view).toMatchObject({
    ways: { join: null, dial: null },
    next: null,
    dates: [],
    mode: 'Paused for now',
    caution: 'Paused for now',
  });
  expect(structuredData({ ...hybrid, mode: 'paused' }, view.next, 'https://example.org/')).toBeNull();
});

test('what waits for a press is in nothing that a page, a copy or a search engine gets', () => {
  const kept = { ...hybrid, joinAfterPress: true, joinNotes: 'Passcode: lantern' };
  const view = meetingView(kept, 'America/Denver', now);
  const everything = JSON.stringify([
    view,
    detailsText(kept.name, view, 'https://example.org/'),
    savedFacts(kept, view, now),
    structuredData(withoutWayIn(kept), view.next, 'https://example.org/'),
  ]);
  expect(view.press).toBe(true);
  expect(everything).not.toMatch(/zoom\.us|555.?0161|lantern/);
  expect(waysIn(kept)).toMatchObject({ join: { href: 'https://zoom.us/j/1' }, notes: 'Passcode: lantern' });
  expect(meetingView({ ...kept, mode: 'paused', joinNotes: null }, 'America/Denver', now).press).toBe(false);
});

test('the details to copy are lines that somebody can use without the page', () => {
  const view = meetingView(hybrid, 'America/Denver', now);
  expect(detailsText('Dusk', view, 'https://example.org/meetings/dusk/')).toBe(
    `Dusk
Every Sunday, 11:30 pm to 12:30 am, Eastern Time
In person and online, Hall, 1 Elm St, Testville
Join with Zoom: https://zoom.us/j/1
Dial (303) 555-0161, then 12#
https://example.org/meetings/dusk/`,
  );
});

test('structured data names both places and cannot end its script element', () => {
  const { next } = meetingView(hybrid, 'America/Denver', now);
  const data = structuredData({ ...hybrid, name: '</script>' }, next, 'https://example.org/');
  expect(data).toMatchObject({ startDate: '2026-11-22T23:30:00-05:00', location: [{ name: 'Hall' }, {}] });
  expect(embeddable(data)).not.toContain('</script>');
});
