import { kinds } from '../schema.ts';
import type { Answers } from './answers.ts';
import type { Offer } from './fields.ts';

/** What a form begins with: the choice of the link that led here, if it is one of ours. */
export function firstAnswers(query: URLSearchParams, offer: Offer): Answers {
  const kind = kinds.find((known) => known === query.get('kind'));
  const cohort = query.get('cohort');
  const program = offer.find(
    ({ slug, cohorts }) => slug === query.get('program') || cohorts.some((group) => group.slug === cohort),
  );
  if (!program) return kind ? { kind: [kind] } : {};
  const group = program.cohorts.find(({ slug }) => slug === cohort);
  return {
    kind: ['program'],
    program: [program.slug],
    ...(group && { [`${program.slug}.cohort`]: [group.slug] }),
  };
}
