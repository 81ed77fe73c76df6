import type { FieldErrors } from '#platform/problem.ts';
import { dateInWords, groupInWords } from '../words.ts';
import type { KeptCohort, KeptProgram } from './kept-groups.ts';
import type { CohortSaved } from './save-groups.ts';

/** Programs and groups as the pages for staff say them. */

const cohortStanding = { draft: 'Draft', open: 'Open', closed: 'Closed' };
const programStanding = { draft: 'Draft', published: 'Published', closed: 'Closed' };

/** How a group stands on a day; one that has begun takes nobody, whatever it says. */
export const standingOf = ({ status, startsOn }: KeptCohort, today: string): string =>
  status === 'open' && startsOn < today ? 'Has begun' : cohortStanding[status];

export const programStandingOf = ({ status }: KeptProgram): string => programStanding[status];

/** “9 of 12 places held, 2 people waiting” */
export function placesWords({ seats, held, waiting }: KeptCohort): string {
  const places =
    seats === null
      ? `${held} ${held === 1 ? 'place' : 'places'} held, no limit`
      : `${held} of ${seats} places held`;
  return waiting === 0 ? places : `${places}, ${waiting} ${waiting === 1 ? 'person' : 'people'} waiting`;
}

/** “From Tuesday, December 1, 2026” */
export const startWords = ({ startsOn }: KeptCohort): string =>
  `From ${dateInWords(startsOn, { year: true })}`;

/** “Monday and Wednesday, 5:30 pm to 8:30 pm” */
export const hoursWords = (cohort: KeptCohort): string => groupInWords({ ...cohort, seatsLeft: null });

/** Why the database did not take a change, at the field that would mend it. */
export function cohortRefusal(done: CohortSaved): FieldErrors | undefined {
  switch (done.outcome) {
    case 'saved':
      return undefined;
    case 'seats-held':
      return {
        seats: [
          `${done.held} ${done.held === 1 ? 'place is' : 'places are'} held in this group. Enter ${done.held} or more. Nothing was changed`,
        ],
      };
    case 'changed-meanwhile':
      return { '': [changedMeanwhile] };
    case 'slug-taken':
    case 'unknown':
      return { '': ['This group is not there any more'] };
  }
}

export const changedMeanwhile =
  'Somebody else changed this after you opened it. What you typed is below. Save again to put it in the place of what they wrote';

/** What was done, by the words in the address after it. Null when they say nothing. */
export function doneWords(said: URLSearchParams, isPublic: boolean): string | null {
  if (said.get('done') !== 'saved') return null;
  return isPublic ? 'Saved. The public pages show it in a few minutes.' : 'Saved. Only staff see it.';
}
