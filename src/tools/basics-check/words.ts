/** What the basics check says where a script says it. */

export const basicNames = {
  hungry: 'Hungry',
  angry: 'Angry',
  lonely: 'Lonely',
  tired: 'Tired',
  pain: 'In pain',
  bored: 'Bored',
  stressed: 'Stressed',
} as const;

export type Basic = keyof typeof basicNames;

export const namesOf = (tapped: readonly Basic[]): string =>
  tapped.map((basic) => basicNames[basic]).join(', ');

/** In the hours of whoever reads it. */
export const whenOf = (at: string): string =>
  new Date(at).toLocaleString('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });

export const says = {
  tapFirst: 'Tap what fits first. Then it can be kept.',
  deleted: 'That check is deleted.',
  deleteOne: (when: string) => `Delete the check of ${when}`,
  often: (basic: Basic, times: number) =>
    `“${basicNames[basic]}” came up in ${times} checks in the last two weeks. It may be worth saying to someone: a friend, a counselor, a doctor.`,
};
