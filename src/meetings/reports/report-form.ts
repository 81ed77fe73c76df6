import * as z from 'zod';
import { sayProblems } from '#platform/form-fields.ts';
import { changedFields, takeChanged } from '../edit/changes.ts';
import { flatForm, toFlat, type FlatForm } from '../edit/flat-form.ts';
import { editFields, problemsBetween, type MeetingEdit } from '../edit/meeting-edit.ts';
import { aboutFields, reportRequest, type ReportRequest } from './schema.ts';

/** The two forms of the page “Suggest a meeting”, read into what the API takes. */

function asRequest(request: Record<string, unknown>, context: z.core.$RefinementCtx): ReportRequest {
  const parsed = reportRequest.safeParse(request);
  if (parsed.success) return parsed.data;
  sayProblems(parsed.error.issues, context);
  return z.NEVER;
}

/** A meeting we do not list. What somebody does not know they leave empty, and it is not proposed. */
export const suggestionForm = z
  .object({
    ...editFields,
    ...aboutFields,
    // no day chosen says nothing; by appointment, which is null, says something
    day: editFields.day.or(z.literal('').transform(() => undefined)),
    mode: editFields.mode.optional(),
  })
  .transform(({ message, contact, idempotencyKey, name, ...rest }, context): ReportRequest => {
    const { timeZone, fellowship, types, day, ...facts } = rest;
    const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => (value ?? null) !== null));
    const said = { ...known, ...(day !== undefined && { day }) };
    const proposed = {
      ...said,
      timeZone,
      ...(fellowship !== 'other' && { fellowship }),
      ...(types.length > 0 && { types }),
    };
    if (Object.keys(said).filter((key) => key !== 'reason').length === 0 && message === undefined) {
      context.addIssue({ code: 'custom', path: ['message'], message: 'Tell us when or where it meets' });
      return z.NEVER;
    }
    return asRequest({ kind: 'new', name, message, contact, idempotencyKey, proposed }, context);
  });

/** A meeting as the list has it, and whether how to get in is shown to everybody. */
export type CorrectedMeeting = MeetingEdit & { slug: string; joinAfterPress: boolean };

const hiddenKeys = ['joinUrl', 'joinPhone', 'joinNotes'] as const;

/** The fields as the page shows them: without what it keeps to who asks. */
export function shownFields(meeting: CorrectedMeeting): FlatForm {
  const hidden = meeting.joinAfterPress ? Object.fromEntries(hiddenKeys.map((key) => [key, ''])) : {};
  return { ...toFlat(meeting), ...hidden };
}

/**
 * A meeting that is not as we list it. What is proposed is what differs from the field `seen`, the form
 * as it was shown: what changed in the list meanwhile is not the visitor's doing.
 */
export const correctionForm = (meeting: CorrectedMeeting) =>
  flatForm.transform((typed, context): ReportRequest => {
    const shown = { ...shownFields(meeting), ...readSeen(typed['seen']) };
    const changed = changedFields(shown, typed);
    const about = { reason: typed['reason'], message: typed['message'], contact: typed['contact'] };
    const proposed = takeChanged(changed, typed, context);
    if (proposed !== null && ['day', 'startTime', 'endTime'].some((key) => key in proposed))
      sayProblems(problemsBetween({ ...meeting, ...proposed }), context);
    const closed = about.reason === 'for-good' || about.reason === 'this-week';
    const request = {
      ...about,
      kind: closed ? 'closed' : 'correction',
      slug: meeting.slug,
      idempotencyKey: typed['idempotencyKey'],
      proposed: proposed ?? { name: meeting.name },
    };
    return asRequest(request, context);
  });

function readSeen(seen: unknown): FlatForm {
  try {
    return flatForm.parse(JSON.parse(String(seen)));
  } catch {
    return {};
  }
}
