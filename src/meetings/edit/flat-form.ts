import * as z from 'zod';
import { clockText } from '../clock-words.ts';
import { byAppointment } from './fields.ts';
import { editKeys, type MeetingEdit } from './meeting-edit.ts';

/** A form's fields as they are typed: text, or several for boxes. */
export type FlatForm = Record<string, string | string[]>;
export const flatForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A meeting as its form shows it. */
export function toFlat(meeting: MeetingEdit): FlatForm {
  const flat: FlatForm = {};
  for (const key of editKeys) {
    const value = meeting[key];
    flat[key] = Array.isArray(value) ? value : value === null ? '' : String(value);
  }
  return {
    ...flat,
    day: meeting.day === null ? byAppointment : String(meeting.day),
    startTime: meeting.startTime === null ? '' : clockText(meeting.startTime),
    endTime: meeting.endTime === null ? '' : clockText(meeting.endTime),
  };
}
