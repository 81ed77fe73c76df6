import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instant } from '#platform/clock.ts';
import { site } from '#platform/site.ts';
import { closedDaysOf, rowsOf, withRows } from '#settings/desk/closed-days.ts';
import { differences, flatSettings } from '#settings/desk/flat-settings.ts';
import { settingsForm } from '#settings/desk/settings-form.ts';
import { changedWords } from '#settings/desk/settings-words.ts';
import { comingClosedDays, phoneHours, withClosedDays } from '#settings/hours.ts';
import { noticeFor } from '#settings/notice.ts';
import { noSettings, type SiteSettings } from '#settings/settings.ts';
import { answerDue } from '#step-down/intake/promise.ts';

/** What an organisation changes weekly: the form, the notice, hours and closed days. */

const zone = 'America/Denver';
const now = instant('2026-11-22T18:00:00Z');
const clock = () => now;
const blank = { version: '1' };
const read = (typed: Record<string, unknown>) => settingsForm(zone, clock).safeParse({ ...blank, ...typed });
const saved = (typed: Record<string, unknown>): SiteSettings => {
  const result = read(typed);
  if (!result.success || !('save' in result.data)) throw new Error('not saved');
  return result.data.save;
};
const problems = (typed: Record<string, unknown>) =>
  Object.fromEntries(read(typed).error?.issues.map(({ path, message }) => [path[0], message]) ?? []);

describe('The form', () => {
  test('left blank it says nothing, and nothing is null', () => {
    expect(saved({})).toEqual(noSettings);
  });

  test('a day without a time is meant whole, on the organisation’s clock', () => {
    expect(saved({ noticeEn: 'Hello', untilDay: '2026-11-27' }).noticeUntil).toBe('2026-11-28T06:59:00Z');
    expect(saved({ noticeEn: 'Hello', untilDay: '2026-11-27', untilTime: '6 pm' }).noticeUntil).toBe(
      '2026-11-28T01:00:00Z',
    );
  });

  test('a notice without an end, or with one that has passed, is asked about', () => {
    expect(problems({ noticeEs: 'Hola' })).toEqual({ untilDay: 'Say until when the notice is shown' });
    expect(problems({ noticeEn: 'Hello', untilDay: '2026-11-21' })['untilDay']).toMatch(/has passed/);
  });

  test.each([
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    'http://plain.example',
    '/',
    'data:x',
  ])('a link to %s is refused', (noticeLink) => {
    expect(problems({ noticeEn: 'Hello', untilDay: '2026-11-27', noticeLink })).toHaveProperty('noticeLink');
  });

  test('everything that is wrong is said at once, each at its field', () => {
    expect(
      Object.keys(
        problems({
          noticeEn: 'x'.repeat(301),
          untilTime: 'late',
          noticeLink: 'ftp://x',
          phoneHoursEn: 'two\nlines',
          closedOn0: 'soon',
          closedLabel1: 'Moving',
        }),
      ).sort(),
    ).toEqual(['closedOn0', 'closedOn1', 'noticeEn', 'noticeLink', 'phoneHoursEn', 'untilTime']);
  });

  test('what was saved comes back into the form and is saved as the same', () => {
    const days = fc.uniqueArray(fc.integer({ min: -20, max: 300 }), { maxLength: 8 }).map((offsets) =>
      offsets
        .sort((a, b) => a - b)
        .map((offset) => ({
          on: Temporal.PlainDate.from('2026-11-22').add({ days: offset }).toString(),
          label: 'x',
        })),
    );
    const words = fc.constantFrom(null, 'Hello', 'Hola 🌻');
    fc.assert(
      fc.property(
        words,
        words,
        fc.integer({ min: 1, max: 60 * 24 * 200 }),
        days,
        (en, es, minutes, closedDays) => {
          const said = en !== null || es !== null;
          const settings: SiteSettings = {
            ...noSettings,
            noticeEn: en,
            noticeEs: es,
            noticeUntil: said ? now.add({ minutes }).toString() : null,
            phoneHoursEn: en,
            closedDays,
          };
          const kept = { settings, version: 3, changedBy: null, changedAt: '' };
          const flat = flatSettings(kept, zone, clock);
          expect(saved(flat)).toEqual(settings);
          expect(differences(flat, flat)).toEqual([]);
        },
      ),
    );
  });

  test('a notice that has ended is not filled in again', () => {
    const settings = { ...noSettings, noticeEn: 'Old', noticeUntil: '2026-11-20T00:00:00Z' };
    const flat = flatSettings({ settings, version: 1, changedBy: null, changedAt: '' }, zone, clock);
    expect(flat).toMatchObject({ noticeEn: '', untilDay: '' });
  });

  test('rows come and go without losing what is typed', () => {
    const typed = {
      closedOn0: '2026-12-01',
      closedLabel0: 'One',
      closedOn1: '2026-12-02',
      closedLabel1: 'Two',
      noticeEn: 'Hi',
    };
    expect(rowsOf(withRows(typed, 'add'))).toBe(3);
    expect(withRows(typed, 'remove-0')).toEqual({
      closedOn0: '2026-12-02',
      closedLabel0: 'Two',
      noticeEn: 'Hi',
    });
    expect(rowsOf(withRows({}, 'remove-9'))).toBe(1);
    expect(read({ ...typed, action: 'add' }).data).toEqual({ look: 'add' });
  });

  test('a day that stands there twice is pointed at', () => {
    expect(closedDaysOf({ closedOn0: '2026-12-01', closedOn4: '2026-12-01' }).problems).toEqual([
      { path: 'closedOn4', message: 'This day is in the list already' },
    ]);
  });

  test('who was faster is told what differs', () => {
    expect(
      differences(
        { noticeEn: 'Theirs', closedOn0: '2026-12-01', closedLabel0: 'A' },
        { noticeEn: 'Mine', closedOn0: '', closedLabel0: '' },
      ),
    ).toEqual([
      { label: 'Notice in English', now: 'Theirs' },
      { label: 'Closed days', now: '2026-12-01 A' },
    ]);
    expect(changedWords('Ana', '2026-11-22T17:58:00Z', now)).toBe('Ana changed this 2 minutes ago');
  });
});

describe('The notice', () => {
  const settings = {
    ...noSettings,
    noticeEn: 'Closed Friday',
    noticeEs: 'Cerrado el viernes',
    noticeUntil: '2026-11-28T01:00:00Z',
  };
  const on = (language: 'en' | 'es', more: Partial<SiteSettings> = {}, at = now) =>
    noticeFor({ ...settings, ...more }, language, at, zone);

  test('speaks the page’s language, and says until when', () => {
    expect(on('en')).toMatchObject({
      text: 'Closed Friday',
      lang: undefined,
      untilWords: 'Until Friday, November 27 at 6:00 PM',
    });
    expect(on('es')?.text).toBe('Cerrado el viernes');
    expect(on('es')?.untilWords).toMatch(/^Hasta el viernes/);
  });

  test('written in one language it is said in that one, and marked as such', () => {
    expect(on('es', { noticeEs: null })).toMatchObject({ text: 'Closed Friday', lang: 'en' });
    expect(on('en', { noticeEn: null })).toMatchObject({ text: 'Cerrado el viernes', lang: 'es' });
  });

  test('is over at its moment, and not there without words', () => {
    expect(on('en', {}, instant('2026-11-28T00:59:59Z'))).not.toBeNull();
    expect(on('en', {}, instant('2026-11-28T01:00:00Z'))).toBeNull();
    expect(on('en', { noticeEn: null, noticeEs: null })).toBeNull();
  });
});

describe('Hours', () => {
  test('are those of site.yml until the settings say others', () => {
    expect(phoneHours(noSettings, 'en')).toBe(site().phoneHours);
    expect(phoneHours({ ...noSettings, phoneHoursEn: 'weekdays, 9 to 5' }, 'en')).toBe('weekdays, 9 to 5');
    expect(phoneHours({ ...noSettings, phoneHoursEn: 'weekdays, 9 to 5' }, 'es')).toBe(site().phoneHoursEs);
  });

  test('closed days of the next two weeks are said, the next one first', () => {
    const closedDays = ['2026-12-20', '2026-12-06', '2026-11-22', '2026-11-21'].map((on) => ({
      on,
      label: '',
    }));
    expect(comingClosedDays({ closedDays }, now, zone).map(({ on }) => on)).toEqual([
      '2026-11-22',
      '2026-12-06',
    ]);
  });

  test('a closed day moves the promise as a holiday does', () => {
    const hours = {
      timeZone: zone,
      businessHours: {
        days: [1, 2, 3, 4, 5],
        from: '09:00',
        to: '17:00',
        holidays: ['2026-11-25'],
        answerWithinDays: 1,
      },
    };
    // a Monday
    const asked = instant('2026-11-23T18:00:00Z');
    const due = (closed: string[]) =>
      answerDue(asked, withClosedDays(hours, { closedDays: closed.map((on) => ({ on, label: '' })) }))
        .toPlainDate()
        .toString();
    expect(due([])).toBe('2026-11-24');
    expect(due(['2026-11-24'])).toBe('2026-11-26');
  });
});
