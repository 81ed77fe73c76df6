import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFlat, type FlatForm } from '#meetings/edit/flat-form.ts';
import { correctionForm, shownFields, suggestionForm } from '#meetings/reports/report-form.ts';
import { fieldErrors } from '#platform/guard.ts';
import { listedMeeting } from '../support/meeting.ts';

/** What the two forms for visitors make of what is typed. */

const meeting = listedMeeting({
  ...{ slug: 'willow', name: 'Willow', day: 2, startTime: '19:00', endTime: '20:30', mode: 'hybrid' },
  ...{
    location: 'Grange Hall',
    address: '1 Orchard Road',
    joinUrl: 'https://zoom.us/j/1',
    joinPhone: '5550100',
  },
  ...{ notes: 'Two\nlines', types: ['open', 'basic-text'], otherTypes: ['XY'], language: 'es' },
});

/** The form as a browser sends it when nobody touched it. */
const untouched = (shown: FlatForm): FlatForm => ({
  ...Object.fromEntries(
    Object.entries(shown)
      .filter(([key]) => key !== 'language')
      .map(([key, value]) => [key, Array.isArray(value) ? value : value.replaceAll('\n', '\r\n')]),
  ),
  seen: JSON.stringify(shown),
});
const send = (changes: FlatForm, about = meeting) => {
  const parsed = correctionForm(about).safeParse({ ...untouched(shownFields(about)), ...changes });
  return parsed.success ? parsed.data : fieldErrors(parsed.error);
};

describe('A correction', () => {
  test('holds only what is not as it was shown', () => {
    expect(send({ startTime: '7:15pm', notes: 'Ring twice' })).toMatchObject({
      kind: 'correction',
      slug: 'willow',
      proposed: { startTime: '19:15', notes: 'Ring twice' },
    });
    expect(send({ day: 'appointment', startTime: '', endTime: '', endtime: '' })).toMatchObject({
      proposed: { day: null, startTime: null, endTime: null },
    });
    expect(send({ location: '', types: ['open'] })).toMatchObject({
      proposed: { location: null, types: ['open'] },
    });
  });

  test('is no correction when nothing is changed, chosen or said', () => {
    expect(send({})).toEqual({ message: ['Tell us what you know, in a few words'] });
    expect(send({ message: 'Nobody came.' })).toMatchObject({
      kind: 'correction',
      message: 'Nobody came.',
      proposed: {},
    });
    expect(send({ reason: 'link' })).toMatchObject({ kind: 'correction', reason: 'link', proposed: {} });
    expect(send({ reason: 'for-good' })).toMatchObject({ kind: 'closed', reason: 'for-good' });
  });

  test('of what changed in the list meanwhile is not the visitor’s', () => {
    const older = shownFields(listedMeeting({ ...meeting, location: 'Old hall' }));
    const sent = { ...untouched(older), region: 'Quarry' };
    expect(correctionForm(meeting).parse(sent).proposed).toEqual({ region: 'Quarry' });
  });

  test('names every field that cannot be read, with what is wrong beside them', () => {
    expect(send({ startTime: 'evening', joinUrl: 'call me', timeZone: 'Mars/Base', contact: 'x@' })).toEqual({
      startTime: ['Enter a time, for example 7:00 pm'],
      timeZone: ['Choose the time zone'],
      joinUrl: ['Enter the whole link, for example https://example.org/meeting'],
      contact: [expect.stringMatching(/^Enter/)],
    });
    expect(send({ startTime: '' })).toEqual({ startTime: ['Enter when it starts, for example 7:00 pm'] });
  });

  test('does not show how to get in where the meeting keeps it to who asks, and empty is no change', () => {
    const kept = listedMeeting({ ...meeting, joinAfterPress: true });
    expect(JSON.stringify(shownFields(kept))).not.toContain('zoom');
    expect(send({ region: 'Quarry' }, kept)).toMatchObject({ proposed: { region: 'Quarry' } });
    expect(send({ joinUrl: 'zoom.us/j/2' }, kept)).toMatchObject({
      proposed: { joinUrl: 'https://zoom.us/j/2' },
    });
  });

  test('a form that nobody touched proposes nothing, whatever the meeting is like', () => {
    const text = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null });
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
        (location, notes, joinPhone, day) => {
          const odd = listedMeeting({
            ...meeting,
            location,
            notes,
            joinPhone,
            day,
            startTime: day === null ? null : '00:05',
          });
          expect(send({ message: 'm' }, odd)).toMatchObject({ message: 'm', proposed: {} });
        },
      ),
    );
  });

  test('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...Object.keys(toFlat(meeting)),
            'seen',
            'reason',
            'message',
            'contact',
            '__proto__',
          ),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        (typed) => {
          correctionForm(meeting).safeParse(typed);
          suggestionForm.safeParse(typed);
        },
      ),
    );
  });
});

describe('A suggestion', () => {
  const empty = {
    ...Object.fromEntries(Object.keys(toFlat(meeting)).map((key) => [key, ''])),
    timeZone: 'America/Denver',
  };
  const suggest = (typed: FlatForm) => {
    const { types: _none, mode: _notChosen, language: _unasked, ...form } = empty as FlatForm;
    const parsed = suggestionForm.safeParse({ ...form, ...typed });
    return parsed.success ? parsed.data : fieldErrors(parsed.error);
  };

  test('needs a name and one thing more', () => {
    expect(suggest({})).toEqual({ name: ['Enter the name of the meeting'] });
    expect(suggest({ name: 'Porch light' })).toEqual({ message: ['Tell us when or where it meets'] });
    expect(suggest({ name: 'Porch light', message: 'Mondays, ask at the door' })).toMatchObject({
      kind: 'new',
    });
  });

  test('holds what is known and leaves out the rest', () => {
    expect(suggest({ name: ' Porch light ', day: '1', startTime: '19', location: 'Hall' })).toEqual({
      startTime: ['Enter a time, for example 7:00 pm'],
    });
    expect(
      suggest({
        name: ' Porch light ',
        day: '1',
        startTime: '7 pm',
        location: 'Hall',
        fellowship: 'na',
        types: 'open',
      }),
    ).toMatchObject({
      ...{ kind: 'new', name: 'Porch light' },
      proposed: {
        ...{ day: 1, startTime: '19:00', location: 'Hall', fellowship: 'na', types: ['open'] },
        timeZone: 'America/Denver',
      },
    });
  });
});
