import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

// Intl takes longer to wake up than the map has to open
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
const meetings = (count: number) =>
  count === 1 ? say('1 meeting') : say('{count} meetings', { count: grouped(count) });
const credit = say('Places: GeoNames, CC BY 4.0.');

/** What the map says. */
export const words = {
  map: say('Map of the meetings'),
  keys: say(
    'With the map in focus: arrow keys move it, plus and minus bring it nearer and farther, Escape returns to the list.',
  ),
  nearer: say('Nearer'),
  farther: say('Farther'),
  close: say('Back to the list'),
  closeHere: say('Close // the panel'),
  list: say('On this part of the map'),
  inView: (count: number) => (count === 0 ? say('No meeting') : meetings(count)),
  first: (count: number) => say('The first {count} are listed. Move nearer to see fewer.', { count }),
  oneHere: say('One meeting here'),
  near: (count: number, town: string | null) =>
    town === null
      ? say('{meetings} close together', { meetings: meetings(count) })
      : say('{meetings} near {town}', { meetings: meetings(count), town }),
  at: (count: number, place: string | null) =>
    place === null
      ? say('{meetings} at one address', { meetings: meetings(count) })
      : say('{meetings} at {place}', { meetings: meetings(count), place }),
  notPlaced: (count: number) =>
    count === 1
      ? say('1 meeting has no place on the map: it is online, or its address was not found.')
      : say('{meetings} have no place on the map: they are online, or their address was not found.', {
          meetings: meetings(count),
        }),
  beyond: say(
    'We have no outline of the land outside the United States. The markers stand in their right places all the same.',
  ),
  outlineCredit: `${say('Outline: US Census Bureau.')} ${credit}`,
  placesCredit: credit,
} as const;
