import type { Say } from '#i18n/spoken.ts';
import type { spanish } from './spanish.ts';

/** What the control for “near” says. */
export function nearWords(say: Say<keyof typeof spanish>) {
  return {
    legend: say('Near'),
    place: say('ZIP or town'),
    placeHint: say('Looked up on this device. What you type here is sent to nobody.'),
    here: say('Near me'),
    within: say('Within // a distance'),
    unit: say('Miles or kilometers'),
    units: { mi: say('miles'), km: 'km' },
    clear: say('Everywhere'),
    you: say('where you are'),
    places: (count: number) =>
      say.count(
        count,
        '1 place. Press Enter to take it.',
        '{count} places. Press the down arrow to choose, or Enter for the first.',
      ),
    chosen: (distance: number, unit: 'mi' | 'km', place: string) =>
      unit === 'mi'
        ? say.count(distance, 'Within {distance} mile of {place}.', 'Within {distance} miles of {place}.', {
            distance,
            place,
          })
        : say.count(
            distance,
            'Within {distance} kilometer of {place}.',
            'Within {distance} kilometers of {place}.',
            { distance, place },
          ),
    cleared: say('Meetings everywhere.'),
    credit: say('Places: GeoNames, CC BY 4.0.'),
    unknown: say('We do not know this place, or none of our meetings is within 100 miles of it.'),
    unreachable: say('We cannot look up places right now. Try again in a moment.'),
    asking: say('Asking this device where it is…'),
    refused: say(
      'This device may not tell us where it is. Allow it in the browser’s settings, or type a ZIP or town.',
    ),
    unavailable: say('This device does not know where it is right now. Type a ZIP or town instead.'),
    slow: say('This device took too long to find where it is. Try again, or type a ZIP or town.'),
  };
}
