const number = new Intl.NumberFormat('en-US');

/** What this room says. The same words serve the pages and the browser. */
export const words = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  today: (day: string) => `Today, ${day}`,
  tomorrow: (day: string) => `Tomorrow, ${day}`,
  byAppointment: 'By appointment',
  byAppointmentShort: 'Ask',
  otherTimes: 'By appointment, or not in the coming weeks',
  inPerson: 'In person',
  online: 'Online',
  onlineWith: (service: string) => `Online with ${service}`,
  byPhone: 'by phone',
  hybridShort: 'hybrid',
  unconfirmed: 'Not confirmed: check before you go',
  paused: 'Paused for now',
  movedThisTime: 'Moved this time',
  movedSeePage: 'Moved this time. The page says where it is.',
  // In somebody's calendar, where a name would say too much.
  calendarWeekly: 'Weekly group',
  calendarOther: 'Group',
  alumniOnly: 'For alumni of our program',
  clockThere: (zone: string, day: string | null) => (day === null ? zone : `${zone}, on ${day}`),
  clockHere: (time: string, day: string | null, zone: string) =>
    day === null ? `${time} ${zone}` : `${day} ${time} ${zone}`,
  yourTime: 'your time',
  heldAt: (clock: string, zone: string) => `${clock} ${zone} where it is held`,
  takeAway: (label: string) => `${label} × (take away)`,
  within: (distance: string, place: string) => `Within ${distance} of ${place}`,
  takeAllAway: 'Take all away',
  details: 'Details',
  detailsOf: (name: string) => `Details of ${name}`,
  detailsUnreachable: 'The details cannot be shown here just now. The name leads to its page.',
  happeningNow: 'Happening now',
  underWay: (count: number) => `${count} more began earlier and ${count === 1 ? 'is' : 'are'} under way`,
  nowUntil: (clock: string) => `Happening now, until ${clock}`,
  inMinutes: (minutes: number) =>
    minutes < 1
      ? 'Starting now'
      : minutes === 1
        ? 'In 1 minute'
        : minutes < 60
          ? `In ${minutes} minutes`
          : minutes === 60
            ? 'In 1 hour'
            : `In ${Math.floor(minutes / 60)} h ${minutes % 60} min`,
  closedOn: (date: string, why: string | null) => `Closed on ${date}${why === null ? '' : `: ${why}`}.`,
  nextOn: (date: string) => `Next on ${date}.`,
  movedTo: (date: string, place: string | null, why: string | null) =>
    `Moved this time: ${date}${place === null ? '' : `, ${place}`}${why === null ? '' : ` (${why})`}.`,
  confirmedOn: (date: string) => `Confirmed ${date}`,
  notConfirmed: 'Date of last confirmation not given',
  count: (count: number) =>
    count === 0 ? 'No meeting is listed' : count === 1 ? '1 meeting' : `${number.format(count)} meetings`,
  countFor: (count: number, query: string) =>
    `${count === 0 ? 'No meeting' : words.count(count)} for “${query}”`,
  noneFits: 'No meeting fits all of this.',
  corrected: (from: string, to: string) => `Nothing has “${from}” in it. Shown for “${to}”.`,
  soonestFirst: 'soonest first',
  more: (count: number) => `Show ${count} more`,
  onlySome: (count: number) => `${number.format(count)} more are under way. Choose a filter to see them.`,
  searching: 'Looking…',
  notOnPaper: (count: number) =>
    `${number.format(count)} more were found and do not fit on this list. Choose a filter in the finder to see them.`,
  listUnreachable: 'The list cannot be searched here just now. Press “Find” to search on our side.',
} as const;
