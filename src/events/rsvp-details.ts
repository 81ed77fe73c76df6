import * as z from 'zod';

/** How an RSVP stands, as the database says it. */
export const standing = z.object({
  rsvp: z.uuid(),
  status: z.enum(['going', 'waiting', 'cancelled']),
  position: z.number().nullable(),
});
export type Standing = z.infer<typeof standing>;

/** Everything one person's page and mails say. `event.address` and `joinUrl` are there only after a yes. */
export const rsvpDetails = z.object({
  ...standing.shape,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  partySize: z.number(),
  accessNeeds: z.string().nullable(),
  language: z.enum(['en', 'es']),
  transition: z.number(),
  event: z.object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    kind: z.string(),
    format: z.enum(['in-person', 'online', 'hybrid']),
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string(),
    placeName: z.string().nullable(),
    address: z.string().nullable(),
    joinUrl: z.string().nullable(),
    arrivalNotes: z.string().nullable(),
    maxPartySize: z.number(),
    rsvpClosesAt: z.string(),
    status: z.enum(['draft', 'published', 'cancelled']),
  }),
});
export type RsvpDetails = z.infer<typeof rsvpDetails>;
