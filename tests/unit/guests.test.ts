import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGuests, notArrived } from '#events/guests/counts.ts';
import { guestGroups } from '#events/guests/groups.ts';
import { asGuests, type GuestRow } from '#events/guests/guest.ts';
import { standingWords } from '#events/guests/guest-words.ts';
import { reached } from '#events/guests/message.ts';
import { foldName, nameMatches } from '#events/guests/search.ts';
import { troubleInWords } from '#events/guests/undelivered.ts';
import { phoneWords } from '#platform/contact.ts';
import { aGuest } from '../support/guests.ts';

/** What staff see of an event's guests. */

describe('Finding somebody', () => {
  test.each([
    ['María-José Ångström', 'maria'],
    ['María-José Ångström', 'angst'],
    ['Łucja', 'lucja'],
    ['نور 🌻 Łucja', 'نور'],
    ['Big  Sam', 'sam big'],
    ['STRASSE', 'strasse'],
  ])('“%s” is found by “%s”', (name, typed) => expect(nameMatches(name, typed)).toBe(true));

  test('nobody is found by what is not in the name, and everybody by nothing', () => {
    expect(nameMatches('Big Sam', 'small')).toBe(false);
    expect(nameMatches('Big Sam', 'sam z')).toBe(false);
    expect(nameMatches('Big Sam', '  ')).toBe(true);
  });

  test('every part of a name finds it, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
        for (const word of name.split(/\s+/u)) {
          expect(nameMatches(name, word)).toBe(true);
          expect(
            nameMatches(name, word.toUpperCase()) || foldName(word.toUpperCase()) !== foldName(word),
          ).toBe(true);
        }
      }),
    );
  });
});

const place = (
  status: GuestRow['place']['status'],
  queue: number,
  pool = 'a',
  party = 1,
): GuestRow['place'] => ({
  pool_id: `00000000-0000-4000-8000-00000000000${pool}`,
  party_size: party,
  status,
  queue_number: queue,
});
const row = (seat: GuestRow['place'], parts: Partial<GuestRow> = {}): GuestRow => ({
  id: crypto.randomUUID(),
  name: 'Ana',
  email: 'ana@example.org',
  phone: null,
  language: 'en',
  access_needs: null,
  food: null,
  answers: {},
  attends: null,
  children: 0,
  confirm_by: null,
  cancelled_at: null,
  cancelled_by: null,
  walk_in: false,
  arrived_at: null,
  arrived_count: null,
  created_at: '2026-11-20T12:00:00Z',
  updated_at: '2026-11-20T12:00:00Z',
  rsvp_sessions: [],
  ...parts,
  place: seat,
});

describe('The place in line', () => {
  test('is counted for each line by itself, whatever order the rows come in', () => {
    const rows = [
      row(place('waiting', 30)),
      row(place('held', 1)),
      row(place('waiting', 7, 'b')),
      row(place('waiting', 12)),
      row(place('asked', 3)),
    ];
    expect(asGuests(rows).map(({ position }) => position)).toEqual([2, null, 1, 1, null]);
  });

  test('belongs to who waits: a cancelled answer has none', () => {
    const [gone] = asGuests([
      row(place('released', 1), { cancelled_at: '2026-11-21T00:00:00Z', cancelled_by: 'guest' }),
    ]);
    expect(gone).toMatchObject({ standing: 'cancelled', position: null });
    expect(gone && standingWords(gone)).toBe('Cancelled by themselves');
  });
});

describe('The counts', () => {
  test('plates are for who is in the room: adults, children, walk-ins, nobody by link', () => {
    const counts = countGuests([
      aGuest({ party: 4, children: 2, attends: 'in-person', here: 3 }),
      aGuest({ party: 2, attends: 'online' }),
      aGuest({ party: 2, walkIn: true, here: 2 }),
      aGuest({ party: 9, standing: 'waiting' }),
      aGuest({ party: 9, standing: 'cancelled' }),
      aGuest({ party: 9, standing: 'asked' }),
    ]);
    expect(counts).toEqual({
      ...{ plates: { adults: 4, children: 2 }, online: 2, going: 2, waiting: 1, asked: 1, cancelled: 1 },
      ...{ walkIns: 1, here: 5 },
    });
  });

  test('nobody is missing while nobody was checked in', () => {
    expect(notArrived([aGuest(), aGuest()])).toBeNull();
    const late = aGuest({ name: 'Late' });
    expect(
      notArrived([aGuest({ here: 1 }), late, aGuest({ attends: 'online' }), aGuest({ standing: 'waiting' })]),
    ).toEqual([late]);
  });

  test('every guest stands in exactly one group, but for who is held back', () => {
    const standings = ['going', 'waiting', 'asked', 'cancelled'] as const;
    const anyGuest = fc.record({
      standing: fc.constantFrom(...standings),
      walkIn: fc.boolean(),
      name: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(anyGuest), (parts) => {
        const guests = parts.map(aGuest);
        const grouped = guestGroups(guests).flatMap((group) => group.guests.map(({ id }) => id));
        const expected = guests.filter(({ standing }) => standing !== 'asked').map(({ id }) => id);
        expect(grouped.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

test('a message reaches who it is for: by mail, or by a call', () => {
  const mail = aGuest();
  const phone = aGuest({ email: null, phone: '+15055550123' });
  const waiting = aGuest({ standing: 'waiting' });
  const gone = aGuest({ standing: 'cancelled' });
  const asked = aGuest({ standing: 'asked' });
  const walkedIn = aGuest({ email: null, walkIn: true });
  const guests = [mail, phone, waiting, gone, asked, walkedIn];
  expect(reached(guests, 'going')).toEqual({ byMail: [mail], byPhone: [phone] });
  expect(reached(guests, 'waiting')).toEqual({ byMail: [waiting], byPhone: [] });
  expect(reached(guests, 'everybody')).toEqual({ byMail: [mail, waiting, asked], byPhone: [phone] });
});

test('why a mail did not arrive is said in words, and what may have arrived is said so', () => {
  expect(troubleInWords('unknown', 'deliverer-vanished')).toContain('may have arrived');
  expect(troubleInWords('failed', 'EENVELOPE RCPT TO 550')).toContain('The address does not take mail');
  expect(troubleInWords('failed', 'EENVELOPE MAIL FROM 550')).toContain('did not let us in');
  expect(troubleInWords('failed', 'EMESSAGE DATA 552')).toContain('refused this mail');
  expect(troubleInWords('failed', 'ECONNECTION CONN')).toContain('however often we tried');
  expect(troubleInWords('failed', null)).toContain('however often we tried');
});

test('a phone number of North America is written as people write it', () => {
  expect(phoneWords('+15055550123')).toBe('(505) 555-0123');
  expect(phoneWords('+442079460000')).toBe('+442079460000');
});
