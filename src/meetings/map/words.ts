import { words as nearWords } from '../near/words.ts';

// Intl takes longer to wake up than the map has to open
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const meetings = (count: number) => (count === 1 ? '1 meeting' : `${grouped(count)} meetings`);

/** What the map says. */
export const words = {
  map: 'Map of the meetings',
  keys: 'With the map in focus: arrow keys move it, plus and minus bring it nearer and farther, Escape returns to the list.',
  nearer: 'Nearer',
  farther: 'Farther',
  close: 'Back to the list',
  closeHere: 'Close',
  list: 'On this part of the map',
  inView: (count: number) => (count === 0 ? 'No meeting' : meetings(count)),
  first: (shown: number) => `The first ${shown} are listed. Move nearer to see fewer.`,
  oneHere: 'One meeting here',
  near: (count: number, town: string | null) =>
    town === null ? `${meetings(count)} close together` : `${meetings(count)} near ${town}`,
  at: (count: number, where: string | null) =>
    where === null ? `${meetings(count)} at one address` : `${meetings(count)} at ${where}`,
  notPlaced: (count: number) =>
    count === 1
      ? '1 meeting has no place on the map: it is online, or its address was not found.'
      : `${meetings(count)} have no place on the map: they are online, or their address was not found.`,
  beyond:
    'We have no outline of the land outside the United States. The markers stand in their right places all the same.',
  outlineCredit: `Outline: US Census Bureau. ${nearWords.credit}`,
  placesCredit: nearWords.credit,
} as const;
