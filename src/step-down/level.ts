/** The levels of care a program can be, by their names in the database and in content/en/levels.yml. */
export const levelNames = [
  'php',
  'iop-day',
  'iop-evening',
  'iop-weekend',
  'iop-virtual',
  'outpatient',
  'continuing-care',
  'mentoring',
  'family-group',
] as const;
export type LevelName = (typeof levelNames)[number];
