import { describe, expect, test } from 'vitest';
import { importFeed } from '#meetings/import/import-feed.ts';
import { Ledger } from '#meetings/import/ledger.ts';
import { withoutPersonalContact } from '#meetings/import/personal-contact.ts';

/** No last name, e-mail address or phone number of a member goes from a feed to the list. */

const scrubbed = (text: string, joinPhone: string | null = null) =>
  withoutPersonalContact(text, joinPhone, new Ledger());

describe('a number or address that reaches a person goes', () => {
  test.each([
    ['Ring 303-555-0134', 'Ring [contact left out]'],
    ['Ring (303) 555-0134', 'Ring [contact left out]'],
    ['Ring 303.555.0134 or 3035550134', 'Ring [contact left out] or [contact left out]'],
    ['Ring 303-5550134', 'Ring [contact left out]'],
    ['Call Pat at 555 0134', 'Call Pat at [contact left out]'],
    ['Tel +44 20 7946 0958', 'Tel [contact left out]'],
    ['Tel 020 7946 0958', 'Tel [contact left out]'],
    ['Chat: wa.me/13035550134', 'Chat: [contact left out]'],
    ['Write to pat@example.org.', 'Write to [contact left out].'],
    ['Write to pat [at] example [dot] org', 'Write to [contact left out]'],
    ['Contact Sue by phone 303-555-0134', 'Contact Sue by phone [contact left out]'],
  ])('%s', (text, expected) => {
    expect(scrubbed(text)).toBe(expected);
  });
});

describe('a number that reaches the meeting, or is none, stays', () => {
  test.each([
    'Dial-in 303-555-0199',
    'Meeting ID: 867 599 2452',
    'Zoom 862 5528 9408',
    'Passcode: 0123456789',
    'at 101-4567 Main Street',
    'Alder Springs, CO 80000-1234',
    'since 01 02 2023, 7:00-8:30',
  ])('%s', (text) => {
    expect(scrubbed(text)).toBe(text);
  });

  test('the meeting’s own number, written another way', () => {
    expect(scrubbed('Or ring (303) 555-0199', '+13035550199,,1#')).toBe('Or ring (303) 555-0199');
  });
});

describe('a first name stays, a last name does not', () => {
  test.each([
    ['contact John Smith 555-0134', 'contact John [contact left out]'],
    ['CONTACT JOHN SMITH 303.555.0134', 'CONTACT JOHN [contact left out]'],
    ['303-555-0134 (Mary Jones)', '[contact left out] (Mary)'],
    ['Secretary: Mary O’Neil-Jones', 'Secretary: Mary'],
    ['text Jane McDonald for the door code', 'text Jane for the door code'],
    ['At the home of John Smith', 'At the home of John'],
    ['For info: John S. 303-555-0134', 'For info: John S. [contact left out]'],
    ['Ask for Bill', 'Ask for Bill'],
    ['Call Central Office 303-555-0134', 'Call Central Office [contact left out]'],
    ['Hosted by Grace Church', 'Hosted by Grace Church'],
    ['We read Living Sober', 'We read Living Sober'],
  ])('%s', (text, expected) => {
    expect(scrubbed(text)).toBe(expected);
  });
});

test('no field of a feed made for contacts is read, and no other field carries one', () => {
  const secret = { name: 'Zebediah Quill', phone: '303-555-0187', email: 'zeb@example.org' };
  const contact = `${secret.phone} ${secret.email}`;
  const contacts = Object.fromEntries(
    ['contact_1', 'contact_2', 'contact_3'].flatMap((person) =>
      Object.entries(secret).map(([part, value]) => [`${person}_${part}`, value]),
    ),
  );
  const texts = [
    'name',
    'group',
    'location',
    'formatted_address',
    'region',
    'city',
    'notes',
    'location_notes',
    'group_notes',
  ];
  const joins = ['conference_url_notes', 'conference_phone_notes'];
  const row = {
    ...{
      slug: 'a',
      day: 1,
      time: '07:00',
      conference_url: 'https://zoom.us/j/1',
      conference_phone: '+13035550199',
    },
    ...{
      email: secret.email,
      phone: secret.phone,
      feedback_emails: [secret.email],
      contact_name_1: secret.name,
    },
    ...{ contact_phone_1: secret.phone, email_contact: secret.email, types: ['O', contact], ...contacts },
    ...Object.fromEntries([...texts, ...joins].map((field) => [field, `The ${field} ${contact}`])),
  };
  for (const format of ['meeting-guide', 'bmlt'] as const) {
    const bmlt = {
      id_bigint: '1',
      meeting_name: `Dawn ${contact}`,
      comments: contact,
      location_info: contact,
    };
    const { data } = importFeed([{ ...row, ...bmlt }], {
      ...{ format, fellowship: 'aa', source: 'test', timeZone: 'America/Denver' },
    });
    expect(data?.meetings).toHaveLength(1);
    const published = JSON.stringify(data?.meetings);
    for (const part of ['Quill', '0187', 'zeb@']) expect(published).not.toContain(part);
  }
});
