import * as z from 'zod';
import { questions } from './question.ts';

/** How an RSVP stands, as the database says it. 'asked': somebody of the staff looks at it first. */
export const standing = z.object({
  rsvp: z.uuid(),
  status: z.enum(['going', 'waiting', 'asked', 'cancelled']),
  position: z.number().nullable(),
});
export type Standing = z.infer<typeof standing>;

/**
 * Everything one person's page and mails say. `event.address` and `arrivalNotes` are there only after a yes,
 * `joinUrl` only from `linkOpensAt` on, for who takes part by link.
 */
export const rsvpDetails = z.object({
  ...standing.shape,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  partySize: z.number(),
  children: z.number(),
  accessNeeds: z.string().nullable(),
  food: z.string().nullable(),
  attends: z.enum(['in-person', 'online']).nullable(),
  answers: z.record(z.string(), z.string()),
  /** Until then a seat from the waiting list waits for a second yes. */
  confirmBy: z.string().nullable(),
  cancelledBy: z.enum(['guest', 'staff', 'no-answer']).nullable(),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      placeName: z.string().nullable(),
      /** 'wished': no seat in it while there is none at the event. */
      status: z.enum(['going', 'waiting', 'wished']),
    }),
  ),
  /** All dates of the series this person has answered and that are still to come. */
  dates: z.array(z.object({ ...standing.shape, slug: z.string(), startsAt: z.string(), endsAt: z.string() })),
  language: z.enum(['en', 'es']),
  transition: z.number(),
  /** Wants no reminders, thanks or messages, and still hears of every change. */
  quiet: z.boolean(),
  event: z.object({
    id: z.uuid(),
    slug: z.string(),
    seriesId: z.uuid().nullable(),
    title: z.string(),
    kind: z.string(),
    format: z.enum(['in-person', 'online', 'hybrid']),
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string(),
    placeName: z.string().nullable(),
    address: z.string().nullable(),
    hasLink: z.boolean(),
    linkOpensAt: z.string(),
    joinUrl: z.string().nullable(),
    arrivalNotes: z.string().nullable(),
    maxPartySize: z.number(),
    rsvpClosesAt: z.string(),
    asksChildren: z.boolean(),
    asksFood: z.boolean(),
    questions,
    calledOffNote: z.string().nullable(),
    status: z.enum(['draft', 'published', 'cancelled']),
    /** How often when, where or whether it is was changed. */
    revision: z.number(),
  }),
});
export type RsvpDetails = z.infer<typeof rsvpDetails>;
