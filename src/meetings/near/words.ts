/** What the control for “near” says. */
export const words = {
  legend: 'Near',
  place: 'ZIP or town',
  placeHint: 'Looked up on this device. What you type here is sent to nobody.',
  here: 'Near me',
  within: 'Within',
  unit: 'Miles or kilometers',
  units: { mi: 'miles', km: 'km' },
  unitsInFull: { mi: 'miles', km: 'kilometers' },
  clear: 'Everywhere',
  you: 'where you are',
  places: (count: number) =>
    count === 1
      ? '1 place. Press Enter to take it.'
      : `${count} places. Press the down arrow to choose, or Enter for the first.`,
  chosen: (distance: number, unit: 'mi' | 'km', label: string) =>
    `Within ${distance} ${distance === 1 ? words.unitsInFull[unit].replace(/s$/, '') : words.unitsInFull[unit]} of ${label}.`,
  cleared: 'Meetings everywhere.',
  credit: 'Places: GeoNames, CC BY 4.0.',
  unknown: 'We do not know this place, or none of our meetings is within 100 miles of it.',
  unreachable: 'We cannot look up places right now. Try again in a moment.',
  asking: 'Asking this device where it is…',
  refused:
    'This device may not tell us where it is. Allow it in the browser’s settings, or type a ZIP or town.',
  unavailable: 'This device does not know where it is right now. Type a ZIP or town instead.',
  slow: 'This device took too long to find where it is. Try again, or type a ZIP or town.',
} as const;
