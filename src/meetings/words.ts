/** What this room says. The same words serve the pages and the browser. */
export const words = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  today: (day: string) => `Today, ${day}`,
  tomorrow: (day: string) => `Tomorrow, ${day}`,
  byAppointment: 'By appointment',
  byAppointmentShort: 'Ask',
  everyDay: 'Every day',
  inPerson: 'In person',
  online: 'Online',
  onlineWith: (service: string) => `Online with ${service}`,
  byPhone: 'by phone',
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
  count: (count: number) =>
    count === 0 ? 'No meeting is listed' : count === 1 ? '1 meeting' : `${count} meetings`,
  countFor: (count: number, query: string) =>
    `${count === 0 ? 'No meeting' : words.count(count)} for “${query}”`,
  earlier: (count: number) => `Earlier today (${count})`,
  nothingMoreToday: 'Nothing more starts today.',
  more: (count: number) => `${count} more match. Add a word to see fewer.`,
  searching: 'Searching…',
  listUnreachable: 'The list cannot be searched here just now. Press “Find” to search on our side.',
} as const;
