import type { FieldErrors } from '#platform/problem.ts';
import type { Changed } from './save-event.ts';

/** Why the database did not take a change, at the field that would mend it. */
export const refusals: Record<Changed['outcome'], FieldErrors | undefined> = {
  changed: undefined,
  'changed-meanwhile': {
    '': [
      'Somebody else changed this event after you opened it. What you typed is below. Save again to put it in the place of what they wrote',
    ],
  },
  'slug-taken': { slug: ['Another event has this address. Choose another'] },
  'has-guests': { '': ['People have answered, so it cannot be a draft again. You can call it off'] },
  closed: { '': ['This event is called off. Make a new one, or duplicate it'] },
  'format-fixed': { '': ['A room and a link have seats apart. Make a new event for that'] },
  unknown: { '': ['This event is not there any more'] },
};
