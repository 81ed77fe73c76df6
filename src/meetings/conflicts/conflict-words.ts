import * as z from 'zod';
import { clockText } from '../clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { labels, valueText } from '../edit/value-words.ts';
import { columnKeys } from '../edit/meeting-edit.ts';
import { kindName } from '../kinds.ts';
import { rhythmWords } from '../rhythm-words.ts';
import { everyWeek, scheduleSchema } from '../schema.ts';
import { words } from '../words.ts';

/** The parts of a meeting that staff and a feed may differ on, as the database names and holds them, in words. */

const partLabels: Record<string, string> = {
  when: 'Day and time',
  position: 'Place on the map',
  kinds: 'Kind of meeting',
  status: 'On the list',
  group_name: 'Group',
};

export function partLabel(field: string): string {
  const key = columnKeys[field];
  return partLabels[field] ?? (key ? labels[key] : field.replaceAll('_', ' '));
}

const nothing = 'nothing';
const texts = z.array(z.string()).catch([]);

/** What one side says of a part. */
export function partText(field: string, part: Record<string, unknown>): string {
  switch (field) {
    case 'when':
      return whenText(part);
    case 'kinds': {
      const kinds = [...texts.parse(part['types']).map(kindName), ...texts.parse(part['other_types'])];
      return kinds.join(', ') || nothing;
    }
    case 'position':
      return part['latitude'] === null
        ? nothing
        : `${String(part['latitude'])}, ${String(part['longitude'])}`;
    case 'status':
      return part['status'] === 'gone' ? 'off the list' : 'listed';
  }
  const key = columnKeys[field];
  const value = part[field] ?? null;
  if (key) return valueText(key, { [key]: value });
  return value === null ? nothing : String(value);
}

const timed = z.object({
  day: z.int().nullable(),
  start_time: z.string().nullable(),
  end_time: z.string().nullable(),
});

function whenText(part: Record<string, unknown>): string {
  const { day, start_time, end_time } = timed.parse(part);
  if (day === null || start_time === null) return words.byAppointment;
  const schedule = scheduleSchema.safeParse({
    everyWeeks: part['every_weeks'],
    weeksOfMonth: part['weeks_of_month'],
    months: part['months'],
    firstOn: part['first_on'],
    lastOn: part['last_on'],
  });
  const until = end_time === null ? '' : ` to ${clockText(end_time)}`;
  const rhythm = rhythmWords({ day, schedule: schedule.data ?? everyWeek });
  return `${rhythm}, ${clockText(start_time)}${until}, ${zoneName(String(part['time_zone']))}`;
}
