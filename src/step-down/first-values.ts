import type { FlatForm } from './form.ts';
import type { Program } from './programs.ts';
import { kinds } from './schema.ts';

/** What the form shows before anybody typed: the choice of the link that led here, if it is one of ours. */
export function firstValues(query: URLSearchParams, programs: Program[]): FlatForm {
  const kind = kinds.find((known) => known === query.get('kind'));
  const cohort = query.get('cohort');
  const program = programs.find(
    ({ slug, cohorts }) => slug === query.get('program') || cohorts.some((group) => group.slug === cohort),
  );
  if (!program) return kind ? { kind } : {};
  const group = program.cohorts.find(({ slug }) => slug === cohort);
  return { kind: 'program', program: group ? `${program.slug}/${group.slug}` : program.slug };
}
