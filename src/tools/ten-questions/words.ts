/** What the ten questions are called in short, where somebody reads their notes again. */
export const shortly = {
  license: 'License',
  staff: 'Staff',
  plan: 'Plan',
  approach: 'Way of working',
  medicine: 'Medicine',
  mood: 'Mood and trauma',
  hours: 'Days and hours',
  family: 'Family',
  cost: 'Cost',
  after: 'Afterward',
  felt: 'How the call felt',
};

export type NoteId = keyof typeof shortly;

/** A program that has no name yet. */
export const programWithout = (place: number): string => `Program ${place + 1}`;
