import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarRequest } from '#meetings/calendar-request.ts';
import { meetingsCalendar } from '#meetings/calendar.ts';
import { rowView } from '#meetings/finder/row-view.ts';
import { kindNames } from '#meetings/kinds.ts';
import { kindsInSpanish } from '#meetings/kinds-spanish.ts';
import { meetingView } from '#meetings/meeting-view.ts';
import { detailsText } from '#meetings/panel/details-text.ts';
import { rhythmWords } from '#meetings/rhythm-words.ts';
import { everyWeek, type ListedMeeting, type Schedule } from '#meetings/schema.ts';
import { wordsOf } from '#meetings/words-of.ts';
import { piecesOf } from '#meetings/written.ts';
import { finderOver } from '../support/finder.ts';
import { listedMeeting } from '../support/meeting.ts';

const words = wordsOf('es');
const now = Temporal.Instant.from('2026-11-23T12:00:00-07:00');
const tuesdays = (changes: Partial<ListedMeeting> = {}) =>
  listedMeeting({ day: 2, endTime: '20:00', ...changes });
const closed = { on: '2026-11-24', moved: null, note: 'The footbridge is being mended' };

test.each<[Partial<Schedule>, string]>([
  [{}, 'Cada martes'],
  [{ everyWeeks: 2, firstOn: '2026-01-06' }, 'Un martes sí y otro no'],
  [{ everyWeeks: 3, firstOn: '2026-01-06' }, 'Cada 3 semanas, el martes'],
  [{ weeksOfMonth: [2, 4] }, 'Segundo y cuarto martes del mes'],
  [{ weeksOfMonth: [-1, 3, 1] }, 'Primer, tercer y último martes del mes'],
  [{ months: [6, 7, 8] }, 'Cada martes, de junio a agosto'],
  [{ months: [3] }, 'Cada martes en marzo'],
  [{ lastOn: '2026-12-15' }, 'Cada martes, hasta el 15 de diciembre de 2026'],
])('the schedule %o is “%s”', (schedule, said) => {
  expect(rhythmWords(tuesdays({ schedule: { ...everyWeek, ...schedule } }), null, words)).toBe(said);
});

test('every kind of meeting has a name in Spanish', () => {
  expect(kindNames.filter((name) => kindsInSpanish[`${name} // kind`] === undefined)).toEqual([]);
});

test('a meeting says in Spanish when it is, what becomes of its next date, and how to get in', () => {
  const meeting = tuesdays({
    ...{ mode: 'hybrid', joinUrl: 'https://zoom.us/j/1', exceptions: [closed], types: ['women'] },
  });
  const view = meetingView(meeting, 'America/Denver', now, words);
  expect(view).toMatchObject({
    when: 'Cada martes, de 7:00 p.m. a 8:00 p.m., hora de las Montañas Rocosas',
    mode: 'En persona y en línea',
    kinds: ['Mujeres'],
    confirmed: 'Es uno de nuestros grupos.',
    ways: { join: { label: 'Entrar por Zoom' } },
  });
  expect(piecesOf(view.caution ?? '')).toEqual([
    { text: 'Cerrada el martes, 24 de noviembre: ', isWritten: false },
    { text: 'The footbridge is being mended', isWritten: true },
  ]);
  // what is copied has no marks in it
  expect(detailsText('Dusk', view, 'https://example.org/es/meetings/dusk/', 'es')).toContain(
    'Cerrada el martes, 24 de noviembre: The footbridge is being mended\n',
  );
});

test('a row says its place apart, as the group wrote it, and ends with one stop', () => {
  const moved = { to: '2026-11-24', startTime: '18:00', endTime: null, location: null };
  const exceptions = [{ on: '2026-11-24', moved, note: null }];
  const { index, timing } = finderOver([tuesdays({ exceptions })]);
  const { how, notice, lang, time } = rowView(index, timing, 0, words);
  expect(piecesOf(how)).toEqual([
    { text: 'En persona, ', isWritten: false },
    { text: 'Hall', isWritten: true },
  ]);
  expect({ notice, lang, time }).toEqual({
    notice: 'Esta vez es el martes, 24 de noviembre, 6:00 p.m.',
    lang: 'en',
    time: { hour: '6:00', half: 'p.m.' },
  });
});

describe('what somebody types in Spanish', () => {
  const meetings = [
    tuesdays({ slug: 'tuesday' }),
    listedMeeting({ slug: 'smart', fellowship: 'smart', day: 4, startTime: '12:30' }),
    listedMeeting({ slug: 'women', types: ['women', 'open'], day: 1 }),
    listedMeeting({ slug: 'online', mode: 'online', joinUrl: 'https://zoom.us/j/1', day: 3 }),
    listedMeeting({ slug: 'spanish', language: 'es', day: 5, startTime: '09:00' }),
  ];
  const { ask } = finderOver(meetings, { language: 'es' });

  test.each([
    ['martes', ['tuesday']],
    ['Miércoles', ['online']],
    ['miercoles', ['online']],
    ['mujeres', ['women']],
    ['reuniones abiertas de mujeres', ['women']],
    ['en linea', ['online']],
    ['en línea', ['online']],
    ['virtual', ['online']],
    ['español', ['spanish']],
    ['Tuesday', ['tuesday']],
    ['jueves por la tarde', ['smart']],
    ['bicicleta', []],
  ])('“%s” finds %o', (typed, slugs) => {
    expect(ask(`q=${encodeURIComponent(typed)}`).slugs.toSorted()).toEqual(slugs);
  });

  test('on an English page the same words find nothing', () => {
    expect(finderOver(meetings).ask('q=mujeres').slugs).toEqual([]);
  });
});

test('a calendar asked for in Spanish is neutral in Spanish, and leads to the Spanish page', () => {
  const file = meetingsCalendar([tuesdays({ slug: 'dusk' })], {
    ...{ neutralName: 'Juniper Hollow', siteUrl: 'https://example.org', titles: 'neutral', language: 'es' },
  });
  expect(file).toContain('SUMMARY:Grupo semanal\r\n');
  expect(file).toContain('URL;VALUE=URI:https://example.org/es/meetings/dusk/\r\n');
  expect(calendarRequest('https://example.org/api/meetings/calendar.ics?language=es').errors).toEqual({
    slug: ['Nombre al menos un grupo: ?slug=…'],
  });
});
