import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { readEach, sayProblems } from '#platform/form-fields.ts';
import { eventFields, type EventValues } from './event-fields.ts';
import type { KeptEvent } from './kept-event.ts';
import { readQuestions } from './questions-form.ts';
import { readSlug } from './slugs.ts';
import { readWhen } from './when-form.ts';

/** The form in which staff write an event: what is typed, as the fields `add_event` and `change_event` take. */

/** What a form is about: the event that is there, or the kind of one that is to be. */
export interface FormAbout {
  present: KeptEvent | null;
  /** With its last day asked for. */
  several: boolean;
  /** As everybody sees it: now, or when this form is taken. */
  published: boolean;
  /** ISO instant. */
  now: string;
}

/** What nobody could come to, at the field that would mend it. A draft may still lack it. */
function unreachable(values: Partial<EventValues>, startsAt: string | undefined, about: FormAbout) {
  if (!about.published) return [];
  const { format, placeName, address, addressSeen, replies, joinUrl } = values;
  const over =
    about.present?.status !== 'published' &&
    startsAt !== undefined &&
    instant(startsAt).epochMilliseconds <= instant(about.now).epochMilliseconds;
  return [
    ...(format !== 'online' && placeName === null && address === null
      ? [{ path: 'placeName', message: 'Enter the place or the address' }]
      : []),
    ...(replies === 'drop-in' && addressSeen === 'guests' && address !== null
      ? [{ path: 'addressSeen', message: 'Nobody answers a drop-in: let everybody see the address' }]
      : []),
    ...(format !== 'in-person' && joinUrl === null
      ? [{ path: 'joinUrl', message: 'Enter the link, or save this as a draft until you have it' }]
      : []),
    ...(over ? [{ path: 'on', message: 'This is in the past. Enter a date to come' }] : []),
  ];
}

/** Reads the form. Every problem is said at its field, all of them at once. */
export const eventForm = (about: FormAbout) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, context) => {
    const { present } = about;
    const { values, problems } = readEach(eventFields, typed);
    const asked = readQuestions(typed, present?.questions ?? []);
    const { when, problems: timeless } = readWhen(values, present, about.several);
    const slug = present?.status === 'draft' ? readSlug(typed['slug']) : null;
    const all = [
      ...problems,
      ...timeless,
      ...asked.problems,
      ...unreachable(values, when?.startsAt, about),
      ...(slug?.message ? [{ path: 'slug', message: slug.message }] : []),
    ];
    sayProblems(inPageOrder(all), context);
    if (all.length > 0 || when === null) return z.NEVER;
    return edited(values as EventValues, when, asked.questions, slug?.slug);
  });

const pageOrder = ['slug', ...Object.keys(eventFields)];
const place = (path: string) => (pageOrder.includes(path) ? pageOrder.indexOf(path) : Infinity);

function inPageOrder<Problem extends { path: string }>(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => (place(a.path) < place(b.path) ? -1 : 1));
}
export type EventEdit = ReturnType<typeof edited>;

function edited(
  values: EventValues,
  when: NonNullable<ReturnType<typeof readWhen>['when']>,
  questions: KeptEvent['questions'],
  slug: string | undefined,
) {
  const dropIn = values.replies === 'drop-in';
  const [inRoom, byLink] = [values.format !== 'online', values.format !== 'in-person'];
  const open = values.addressSeen === 'everybody';
  return {
    /** By the names of `add_event`. */
    fields: {
      ...(slug !== undefined && { slug }),
      ...{ title: values.title, summary: values.summary, description: values.description },
      ...{ kind: values.kind, audience: values.audience, format: values.format, replies: values.replies },
      ...when,
      // nobody answers, so nothing closes
      ...(dropIn && { rsvpClosesAt: when.endsAt }),
      placeName: inRoom ? values.placeName : null,
      address: inRoom && open ? values.address : null,
      maxPartySize: values.maxPartySize,
      queueRule: values.queueRule,
      confirmWithinHours: values.confirmWithinHours,
      asksConduct: values.asks.includes('conduct'),
      asksChildren: values.asks.includes('children'),
      asksFood: values.asks.includes('food'),
      questions,
      remindsTwoHours: values.mails.includes('soon'),
      thanks: values.mails.includes('thanks'),
    },
    /** What is told only after a yes. */
    told: {
      address: inRoom && !open ? values.address : null,
      joinUrl: byLink ? values.joinUrl : null,
      arrivalNotes: values.arrivalNotes,
    },
  };
}

/** Bytes of the longest form: all its texts, in a script that takes many bytes a letter. */
export const eventFormLongest = 512 * 1024;
