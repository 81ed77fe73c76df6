/** What the mails of an RSVP say. Subjects name neither the event nor what we are. */
export const en = {
  // no name: it would put a stranger's words into a mail that we sign
  greeting: 'Hello,',

  what: 'What',
  when: 'When',
  whenBefore: 'When, before',
  whenNow: 'When, now',
  where: 'Where',
  whereBefore: 'Where, before',
  whereNow: 'Where, now',
  nameBefore: 'Name, before',
  nameNow: 'Name, now',
  online: 'Online, by link',
  link: 'Your link',
  linkOpens: (clock: string) => `Opens at ${clock}, on your page`,
  newLink: 'A new one. It is on your page when it opens',
  arrival: 'When you arrive',
  party: 'People',
  hours: 'Hours are',
  position: 'Your place in line',
  standing: {
    going: 'you have a place',
    waiting: 'on the waiting list',
    asked: 'we look at it and write to you',
    wished: 'once you have a place',
    cancelled: 'cancelled',
  },
  inLine: (position: number) => `number ${position} in line`,

  going: {
    subject: 'Your place is confirmed',
    opening: 'You are in. We look forward to seeing you.',
  },
  waiting: {
    subject: 'You are on the waiting list',
    opening: 'All seats are taken for now, and you are on the waiting list.',
    after:
      'When a seat comes free that fits your party, it is yours and we write at once. There is nothing to do until then.',
  },
  asked: {
    subject: 'We got your reply',
    opening: 'Your reply arrived. Somebody on our team looks at it first, and then we write to you again.',
  },
  dates: {
    subject: 'Your dates',
    opening: 'This is how your dates stand.',
    none: 'You are not coming to any of the dates for now. You are welcome any time.',
    left: 'No longer coming',
  },
  promoted: {
    subject: 'A place opened up for you',
    opening: 'A seat came free, and it is yours. You are in.',
    confirm: (until: string) =>
      `A seat came free, and we keep it for you until ${until}. Please say yes by then. After that it goes to the next person in line.`,
    sayYes: 'Yes, I am coming',
  },
  session: {
    subject: 'A place opened up for you',
    opening: 'A seat came free in something you chose, and it is yours.',
  },
  updated: {
    subject: 'Your reply is changed',
    opening: 'We changed your reply. This is how it stands now.',
  },
  cancelled: {
    subject: 'Your place is cancelled',
    opening: 'Your place is cancelled, and somebody else can have the seat. Thank you for telling us.',
    after: 'You are welcome any time, for this one if there is room or for another.',
  },
  lapsed: {
    subject: 'Your seat went to the next in line',
    opening: 'We kept a seat for you and did not hear back in time, so it went to the next person in line.',
    after: 'That is all right. If you would still like to come, you can get in line again.',
  },
  removed: {
    subject: 'Your place is cancelled',
    opening: 'We took your reply off the list for this one.',
    after: 'If you think this is a mistake, or want to talk about it, please call us.',
  },
  moved: {
    subject: 'You are back on the waiting list',
    opening:
      'We have fewer seats than we planned, and yours was among the last ones given. You are back on the waiting list. We are sorry.',
    after: 'When a seat comes free that fits your party, it is yours and we write at once.',
  },
  linkAgain: {
    subject: 'Your link',
    opening: 'Here is the link to your reply, as you asked.',
  },
  changed: {
    subject: 'Something changed',
    opening: 'Something changed about a date you said yes to. Your place is kept.',
    openingOthers: 'Something changed about a date you replied to. Your reply is kept.',
    after: 'Does it still suit you? If not, nobody asks why.',
  },
  calledOff: {
    subject: 'This date is called off',
    opening: 'This one does not take place. We are sorry.',
    after: 'There is nothing you need to do.',
  },
  message: {
    subject: 'A message for you',
    opening: (title: string) => `This is about “${title}”.`,
  },
  reminder: {
    subject: (weekday: string) => `See you on ${weekday}`,
    opening: 'It is coming up, and we look forward to seeing you.',
  },
  soon: {
    subject: (clock: string) => `See you at ${clock}`,
    opening: 'It starts soon. See you there.',
  },
  thanks: {
    subject: 'Thank you',
    opening: 'It was good to have you with us. Thank you for being part of it.',
    after: 'You are welcome any time.',
  },

  manage: 'See, change or cancel',
  open: 'Open your page',
  cancel: 'I cannot come',
  comeAgain: 'Look at the event',
  getInLine: 'Get in line again',
  comingUp: 'See what is coming up',
  cannotCome: 'Cannot come after all? Cancel with the link, so that somebody else can. Nobody asks why.',
  ask: (phone: string) => `Questions? Reply to this mail, or call ${phone}.`,
  quiet: 'No more reminders or messages about this',
  calendarNote: 'To change or cancel, use the link in our mail.',
};
