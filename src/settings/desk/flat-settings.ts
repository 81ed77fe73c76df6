import { instant, type Clock } from '#platform/clock.ts';
import type { TypedValues } from '#platform/guard.ts';
import { endOfDay } from '../notice.ts';
import { dayField, labelField } from './closed-days.ts';
import type { KeptSettings } from './kept-settings.ts';

/** A promise is counted over days that were closed lately, so they stay in the form for so long. */
const keptDays = 30;

/** The settings as the form shows them. A notice whose moment has passed is not filled in again. */
export function flatSettings(
  { settings, version }: KeptSettings,
  timeZone: string,
  clock: Clock,
): TypedValues {
  const now = clock();
  const ended =
    settings.noticeUntil === null || instant(settings.noticeUntil).epochMilliseconds <= now.epochMilliseconds;
  const until = ended ? null : instant(settings.noticeUntil ?? '').toZonedDateTimeISO(timeZone);
  const time = until?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? '';
  const from = now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: keptDays }).toString();
  const days = settings.closedDays.filter(({ on }) => on >= from);
  return {
    noticeEn: (until && settings.noticeEn) ?? '',
    noticeEs: (until && settings.noticeEs) ?? '',
    noticeLink: (until && settings.noticeLink) ?? '',
    untilDay: until?.toPlainDate().toString() ?? '',
    untilTime: time === endOfDay ? '' : time,
    phoneHoursEn: settings.phoneHoursEn ?? '',
    phoneHoursEs: settings.phoneHoursEs ?? '',
    version: String(version),
    ...Object.fromEntries(
      days.flatMap(({ on, label }, row) => [
        [dayField(row), on],
        [labelField(row), label],
      ]),
    ),
  };
}

const labels: Record<string, string> = {
  noticeEn: 'Notice in English',
  noticeEs: 'Notice in Spanish',
  noticeLink: 'Link',
  untilDay: 'Last day of the notice',
  untilTime: 'Last hour of the notice',
  phoneHoursEn: 'Phone hours in English',
  phoneHoursEs: 'Phone hours in Spanish',
};

/** What stands there now and is not what was typed: for somebody whom a colleague was faster than. */
export function differences(kept: TypedValues, typed: TypedValues): { label: string; now: string }[] {
  const one = (values: TypedValues, name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const daysIn = (values: TypedValues) =>
    Object.keys(values)
      .filter((name) => name.startsWith('closedOn') && one(values, name) !== '')
      .map((name) => `${one(values, name)} ${one(values, name.replace('On', 'Label'))}`.trim())
      .sort()
      .join(', ');
  const differing = Object.entries(labels)
    .filter(([name]) => one(kept, name).trim() !== one(typed, name).trim())
    .map(([name, label]) => ({ label, now: one(kept, name) || 'empty' }));
  return daysIn(kept) === daysIn(typed)
    ? differing
    : [...differing, { label: 'Closed days', now: daysIn(kept) || 'none' }];
}
