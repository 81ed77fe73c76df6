import type { DraftService } from '../draft.ts';

/** What is known of a place, a line each, without its name. */
export const serviceLines = (service: DraftService): string[] =>
  [
    service.what,
    service.whoFor && `For: ${service.whoFor}`,
    service.cost && `Cost: ${service.cost}`,
    service.phone && `Phone: ${service.phone}`,
    service.hours && `Hours: ${service.hours}`,
    service.address,
    service.link,
    service.checkedOn && `Last checked: ${service.checkedOn}`,
  ].filter((line): line is string => !!line);
