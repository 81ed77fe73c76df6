import { isTimeZone } from '#platform/time-zones.ts';
import { everyWeek, isLanguageTag, type ImportedMeeting } from '../schema.ts';
import { readTypes, readWorldIds } from './codes.ts';
import { readConfirmedAt } from './confirmed.ts';
import type { FeedRow } from './feed-row.ts';
import { partHowToJoin } from './how-to-join.ts';
import { quoted, type Ledger } from './ledger.ts';
import { joinAddress, joinNumber } from './links.ts';
import { modeOf } from './mode.ts';
import { readOwnRow } from './own-row.ts';
import { withoutContactDetails, withoutPersonalContact } from './personal-contact.ts';
import { readPlace } from './place.ts';
import { line, paragraph } from './text.ts';
import { isBlank, readTimes } from './times.ts';
import { dayNames, readDays } from './weekdays.ts';

export interface FeedContext {
  fellowship: string;
  /** For rows that name no zone of their own. */
  timeZone: string;
}

export type Draft = Omit<ImportedMeeting, 'slug' | 'sourceKey'>;

interface When {
  days: (number | null)[];
  startTime: string | null;
  endTime: string | null;
  note: string | null;
}

function readWhen(fields: Record<string, unknown>, ledger: Ledger): When {
  const days = readDays(fields['day'], ledger);
  const { startTime, endTime } = readTimes(fields['time'], fields['end_time'], ledger);
  if (days.length > 0 && startTime !== null) return { days, startTime, endTime, note: null };
  const written = startTime ?? (isBlank(fields['time']) ? null : quoted(fields['time']));
  const known = [...days.map((day) => dayNames[day]), written].filter(Boolean).join(', ');
  if (known === '') ledger.remarked('no day and time: listed as by appointment');
  else ledger.repaired(`only ${known} is given: listed as by appointment, with a note`);
  const note = known === '' ? null : `The source gives only: ${known}. Ask before you go.`;
  return { days: [null], startTime: null, endTime: null, note };
}

function readZone(raw: unknown, fallback: string, ledger: Ledger): string {
  if (isBlank(raw)) return fallback;
  if (typeof raw === 'string' && isTimeZone(raw.trim().slice(0, 64))) return raw.trim();
  ledger.repaired(`time zone ${quoted(raw)} is not known, taken as ${fallback}`);
  return fallback;
}

function readNotes(
  fields: Record<string, unknown>,
  also: string | null,
  phone: string | null,
  ledger: Ledger,
) {
  const parts = ['notes', 'location_notes', 'group_notes'].map((field) =>
    paragraph(fields[field], 4000, field.replace('_', ' '), ledger),
  );
  const whole = [also, ...new Set(parts)].filter((part) => part !== null).join('\n\n');
  return shortened(withoutPersonalContact(whole === '' ? null : whole, phone, ledger), 4000);
}

// What says that something was left out may be longer than what was.
const shortened = (text: string | null, longest: number): string | null =>
  text?.slice(0, longest).toWellFormed() ?? null;

/**
 * Reads one row into the meetings it lists: one for each of its days. Repairs go to the ledger; the
 * answer is a sentence when there is nothing to list, and the row is then dropped.
 */
export function readRow(
  { fields, codes, stated }: FeedRow,
  context: FeedContext,
  ledger: Ledger,
): Draft[] | string {
  if (fields['published'] === '0' || fields['published'] === 0) return 'the feed says it is not published';
  if (/^(?:yes|true|1)$/i.test(String(fields['alumni_only'] ?? '')))
    return 'it is for alumni only: add it under “Our groups”';
  const exact = readOwnRow(fields);
  if (exact !== null) return [exact];
  const named = (field: 'group' | 'name') =>
    withoutContactDetails(line(fields[field], 255, field, ledger), field, ledger);
  const groupName = named('group');
  const place = readPlace(fields, ledger);
  const given = named('name');
  const name = given ?? groupName ?? place.location;
  if (name === null) return 'it has no name, no group and no location';
  if (given === null) ledger.repaired(`no name: called ${quoted(name)}`);

  const reading =
    codes === 'world-ids'
      ? readWorldIds(fields['types'], ledger)
      : readTypes(fields['types'], context.fellowship, ledger);
  const joinUrl = joinAddress(fields['conference_url'], ledger);
  const joinPhone = joinNumber(fields['conference_phone'], ledger);
  const joinNotes = [
    joinUrl === null ? null : paragraph(fields['conference_url_notes'], 500, 'link notes', ledger),
    joinPhone === null ? null : paragraph(fields['conference_phone_notes'], 400, 'phone notes', ledger),
  ].filter((note) => note !== null);
  const when = readWhen(fields, ledger);
  const { precise, ...where } = place;
  const told = {
    notes: readNotes(fields, when.note, joinPhone, ledger),
    joinNotes: shortened(withoutPersonalContact(joinNotes.join('\n') || null, joinPhone, ledger), 1000),
  };
  const { notes } = told;
  const meeting: Omit<Draft, 'day'> = {
    startTime: when.startTime,
    endTime: when.endTime,
    timeZone: readZone(fields['timezone'], context.timeZone, ledger),
    name,
    fellowship: context.fellowship,
    mode: modeOf({ ...reading, stated, joinUrl, joinPhone, hasPlace: precise, notes }),
    groupName,
    ...where,
    joinUrl,
    joinPhone,
    ...(joinUrl === null && joinPhone === null ? told : partHowToJoin(told.notes, told.joinNotes)),
    types: reading.types,
    otherTypes: reading.otherTypes,
    language: reading.language ?? languageTag(fields['language']),
    alumniOnly: false,
    facilitatorFirstName: null,
    confirmedAt: readConfirmedAt(fields['updated'], ledger),
    ...{ schedule: everyWeek, exceptions: [] },
  };
  return when.days.map((day) => ({ ...meeting, day }));
}

function languageTag(raw: unknown): string | null {
  const tag = typeof raw === 'string' ? raw.trim().toLowerCase() : '';
  return tag.length <= 10 && isLanguageTag(tag) ? tag : null;
}
