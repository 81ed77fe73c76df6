import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isPrivateAddress } from '#meetings/fetch-feed.ts';
import { meetingView } from '#meetings/meeting-view.ts';
import { embeddable, structuredData } from '#meetings/structured-data.ts';
import { listedMeeting } from '../support/meeting.ts';

const now = Temporal.Instant.from('2026-11-22T12:00:00-07:00');
const hybrid = listedMeeting({
  ...{ slug: 'dusk', name: 'Dusk', startTime: '23:30', endTime: '00:30', timeZone: 'America/New_York' },
  ...{ mode: 'hybrid', address: '1 Elm St, Testville', joinUrl: 'https://zoom.us/j/1' },
  ...{ joinPhone: '+13035550161,,12#', types: ['open'], otherTypes: ['QQ'] },
  confirmedAt: '2026-11-01T12:00:00Z',
});

test('a meeting says when by its own clock and by ours, and how to get in', () => {
  expect(meetingView(hybrid, 'America/Denver', now)).toMatchObject({
    when: 'Every Sunday, 11:30 pm to 12:30 am, Eastern Time',
    nextText: 'Sunday, November 22. That is Sunday, 9:30 pm Mountain Time',
    mapHref: 'geo:0,0?q=1%20Elm%20St%2C%20Testville',
    join: { href: 'https://zoom.us/j/1', label: 'Join with Zoom' },
    dial: { href: 'tel:+13035550161,,12%23', number: '(303) 555-0161' },
    kinds: ['Open', 'QQ'],
    confirmed: 'One of our own groups. We last confirmed it on November 1, 2026.',
  });
});

test('a paused meeting offers no way in and promises nothing to search engines', () => {
  const view = meetingView({ ...hybrid, mode: 'paused' }, 'America/Denver', now);
  expect(view).toMatchObject({ join: null, dial: null, next: null, mode: 'Paused for now' });
  expect(structuredData({ ...hybrid, mode: 'paused' }, view.next, 'https://example.org/')).toBeNull();
});

test('structured data names both places and cannot end its script element', () => {
  const { next } = meetingView(hybrid, 'America/Denver', now);
  const data = structuredData({ ...hybrid, name: '</script>' }, next, 'https://example.org/');
  expect(data).toMatchObject({ startDate: '2026-11-22T23:30:00-05:00', location: [{ name: 'Hall' }, {}] });
  expect(embeddable(data)).not.toContain('</script>');
});

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '192.168.0.1',
  '::1',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '0.0.0.0',
])('no feed is fetched from %s', (address) => expect(isPrivateAddress(address)).toBe(true));

test.each(['93.184.216.34', '2606:2800:220:1::1'])('a feed may be fetched from %s', (address) =>
  expect(isPrivateAddress(address)).toBe(false),
);
