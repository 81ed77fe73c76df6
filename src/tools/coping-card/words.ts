/** What the coping card's script says. */
export const words = {
  call: (name: string) => `Call ${name || 'this person'}`,
};
