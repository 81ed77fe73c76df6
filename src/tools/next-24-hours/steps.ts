/**
 * The first 24 hours after a return to use, in the one order they are told in, here and in the guide:
 * what may kill comes first, and what weighs on the heart comes once the night is settled.
 */
export const steps = [
  { id: 'danger', title: 'Is anyone in danger?' },
  { id: 'stopping', title: 'Stopping all at once can be dangerous' },
  { id: 'tolerance', title: 'Your body has changed' },
  { id: 'tell', title: 'Tell one person' },
  { id: 'call-us', title: 'Call us. No lecture.' },
  { id: 'medication', title: 'Ask before you take your medicine again' },
  { id: 'tonight', title: 'Tonight' },
  { id: 'not', title: 'What this is not' },
] as const;

export type StepId = (typeof steps)[number]['id'];

/** Which step a press leads to: never before the first, never past the last. */
export const stepAfter = (at: number, by: 1 | -1): number => Math.min(Math.max(at + by, 0), steps.length - 1);

/** The step an address names after its #, else the first. */
export const stepNamed = (hash: string): number =>
  Math.max(
    steps.findIndex(({ id }) => `#${id}` === hash),
    0,
  );
