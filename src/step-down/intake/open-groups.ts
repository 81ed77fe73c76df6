import { readPrograms, type Cohort } from '../programs.ts';
import { groupInWords } from '../words.ts';
import { startsWords } from './queue-words.ts';

/** What staff can offer: the groups that take people, and the programs there are. */
export interface Offers {
  groups: { value: string; label: string }[];
  programs: { value: string; label: string }[];
}

/** What the next person in a group gets: a seat, or a place in its line. */
export function seatsWords({ seatsLeft, waiting }: Pick<Cohort, 'seatsLeft' | 'waiting'>): string {
  // who is in line goes first, also when a seat is free
  if (waiting > 0) return `full, they would be number ${waiting + 1} in line`;
  if (seatsLeft === null) return 'seats for everybody';
  if (seatsLeft === 0) return 'full, they would be first in line';
  return seatsLeft === 1 ? '1 seat left' : `${seatsLeft} seats left`;
}

/** As it stands now. Throws DatabaseUnavailable. */
export async function openOffers(): Promise<Offers> {
  const programs = await readPrograms();
  return {
    groups: programs.flatMap(({ title, cohorts }) =>
      cohorts.map((cohort) => ({
        value: cohort.slug,
        label: `${title}, ${startsWords(cohort.startsOn)}: ${groupInWords(cohort)} (${seatsWords(cohort)})`,
      })),
    ),
    programs: programs.map(({ slug, title }) => ({ value: slug, label: title })),
  };
}
