import type { TypedValues } from '#platform/guard.ts';
import type { KeptEvent } from './kept-event.ts';
import { flatQuestions } from './questions-form.ts';
import { flatWhen } from './when-form.ts';

const chosen = <Name extends string>(boxes: Record<Name, boolean>): string[] =>
  (Object.keys(boxes) as Name[]).filter((name) => boxes[name]);

/** An event as the form shows it. */
export function flatEvent(event: KeptEvent): TypedValues {
  const { title, summary, description, kind, audience, format, replies, queueRule, slug } = event;
  return {
    ...{ title, summary, description, kind, audience, format, replies, queueRule, slug },
    ...flatWhen(event),
    placeName: event.placeName ?? '',
    addressSeen: event.privateAddress === null && event.address !== null ? 'everybody' : 'guests',
    address: event.privateAddress ?? event.address ?? '',
    joinUrl: event.joinUrl ?? '',
    arrivalNotes: event.arrivalNotes ?? '',
    maxPartySize: String(event.maxPartySize),
    confirmWithinHours: event.confirmWithinHours === null ? '' : String(event.confirmWithinHours),
    asks: chosen({ conduct: event.asksConduct, children: event.asksChildren, food: event.asksFood }),
    mails: chosen({ soon: event.remindsTwoHours, thanks: event.thanks }),
    ...flatQuestions(event.questions),
    updatedAt: event.updatedAt,
  };
}
