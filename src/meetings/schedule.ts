import type { Schedule } from './schema.ts';

/** A meeting on its weekday, every week of the year. No zod here: it runs in the browser. */
export const everyWeek: Schedule = {
  ...{ everyWeeks: null, weeksOfMonth: null, months: null, firstOn: null, lastOn: null },
};
