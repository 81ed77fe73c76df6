import type { Random } from './random.ts';
import { placeName } from './row-places.ts';

/**
 * What groups write about themselves, with the numbers and names that make each note its own. Notes are
 * most of what a feed weighs, and the importer reads every one of them.
 */
const sentences: ((random: Random) => string)[] = [
  (random) => `Zoom ID: ${random.digits(3)} ${random.digits(4)} ${random.digits(4)}`,
  (random) => `Passcode: ${random.digits(6)}`,
  (random) => `Dial-in ID: ${random.digits(10)}`,
  (random) => `Enter through the ${side(random)} door.`,
  (random) => `Use the ${side(random)} entrance off the parking lot and follow the signs.`,
  (random) =>
    `Meets in room ${random.whole(1, 320)}, ${random.pick(['upstairs', 'downstairs', 'at the end of the hall'])}.`,
  (random) =>
    `${random.pick(['Basement', 'Lower level', 'Second floor', 'Library', 'Fellowship hall', 'Youth room'])}.`,
  (random) => `Ring the buzzer for suite ${random.whole(100, 480)}.`,
  (random) => `${ordinal(random)} ${day(random)} of the month is an open speaker meeting.`,
  (random) => `Birthdays are celebrated on the ${ordinal(random).toLowerCase()} ${day(random)}.`,
  (random) => `Business meeting ${ordinal(random).toLowerCase()} ${day(random)} after the meeting.`,
  (random) => `Newcomers meeting at ${random.whole(5, 7)}:${random.pick(['00', '15', '30', '45'])}.`,
  (random) => `Doors open ${random.pick([10, 15, 20, 30])} minutes before.`,
  (random) => `Maximum ${random.whole(12, 60)} people.`,
  (random) =>
    `${random.pick(['Coffee and tea', 'Bring your own cup', 'Light lunch', 'Potluck on the last week'])}.`,
  (random) =>
    `${random.pick(['Wheelchair access', 'Elevator', 'Ramp', 'Accessible restroom'])} on the ${side(random)} side.`,
  (random) =>
    `Reading: ${random.pick(['Big Book', 'Twelve Steps and Twelve Traditions', 'Living Sober', 'Basic Text', 'Courage to Change'])}, ${random.pick(['chapter', 'page', 'story'])} of the week.`,
  (random) =>
    `In the ${placeName(random)} ${random.pick(['Room', 'Building', 'Chapel', 'Parlor', 'Lounge', 'Annex'])}, ${random.pick(['past', 'behind', 'across from', 'next to', 'above'])} ${placeName(random)} ${random.pick(['Foods', 'School', 'Park', 'Bank', 'Hardware', 'Street'])}.`,
  (random) =>
    `Formerly the ${placeName(random)} group; moved from ${placeName(random)} in ${random.whole(2016, 2025)}.`,
  (random) => `Text “${placeName(random).toUpperCase()}” to the group for the password.`,
  (random) => `One tap: +1720555${random.digits(4)},,${random.digits(11)}#`,
  (random) => `https://us02web.zoom.us/j/${random.digits(11)}?pwd=${random.letters(24)}`,
  (random) =>
    `Bus ${random.whole(1, 240)} stops at ${placeName(random)} and ${random.whole(4, 99)}th; the walk is ${random.whole(2, 15)} minutes.`,
  () => 'All are welcome.',
  () => 'Child care on request.',
  () => 'No meeting on holidays.',
  () => 'Fragrance-free meeting.',
  (random) =>
    `Parking on ${random.pick(['the street', 'Elm', 'the upper lot', 'the lot behind the building', '3rd'])}.`,
  (random) => `The group has met here since ${random.whole(1948, 2025)}.`,
  (random) =>
    `Step of the month in the ${ordinal(random).toLowerCase()} week, ${random.pick(['topic', 'literature', 'speaker'])} in the others.`,
];

const side = (random: Random) =>
  random.pick(['north', 'south', 'east', 'west', 'back', 'side', 'red', 'glass', 'front', 'kitchen']);
const ordinal = (random: Random) => random.pick(['First', 'Second', 'Third', 'Fourth', 'Last']);
const day = (random: Random) => random.pick(['Monday', 'Tuesday', 'Friday', 'Saturday', 'Sunday']);

/** One to six sentences. */
export function note(random: Random): string {
  const count = random.weighted([
    [1, 24],
    [2, 22],
    [3, 20],
    [4, 16],
    [5, 10],
    [6, 8],
  ] as const);
  return Array.from({ length: count }, () => random.pick(sentences)(random)).join(
    random.chance(0.3) ? '\n' : ' ',
  );
}
