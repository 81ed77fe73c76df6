import { tzlib_get_ical_block } from 'timezones-ical-library';

/**
 * Zones as iCalendar names and describes them: the VTIMEZONE of each (RFC 5545 3.6.5), with rules that
 * hold from now on without an end.
 */

/**
 * The TZID for a zone as a feed may have written it, or null where it is not a named zone (`+05:00`).
 * `Etc/UTC`, because times in plain UTC are written without a TZID.
 */
export function calendarZone(timeZone: string): string | null {
  const name = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  return /^[+-]/.test(name) ? null : name === 'UTC' ? 'Etc/UTC' : name;
}

/** The VTIMEZONE of a zone that {@link calendarZone} names, under that name also where tables know it by another. */
export function zoneTable(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone);
  return block
    ? block.replace(/^(TZID|X-LIC-LOCATION):[^\r\n]*/gm, (_, key: string) => `${key}:${zone}`)
    : null;
}
