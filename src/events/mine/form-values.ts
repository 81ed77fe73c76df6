import { answerField, type FlatForm } from '../form-fields.ts';
import type { RsvpDetails } from '../rsvp-details.ts';

/** What the form to change a reply holds before anybody types. */
export const formValues = (rsvp: RsvpDetails): FlatForm => ({
  name: rsvp.name,
  partySize: String(rsvp.partySize),
  adults: String(rsvp.partySize - rsvp.children),
  children: String(rsvp.children),
  food: rsvp.food ?? '',
  accessNeeds: rsvp.accessNeeds ?? '',
  ...(rsvp.attends && { attends: rsvp.attends }),
  sessions: rsvp.sessions.map(({ id }) => id),
  ...Object.fromEntries(Object.entries(rsvp.answers).map(([id, answer]) => [answerField(id), answer])),
});
