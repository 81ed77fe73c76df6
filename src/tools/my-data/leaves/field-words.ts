/**
 * What each field of each form sends, in words, by its path in the form's schema. The page “What leaves this
 * device” is made of these, and is not built while a schema and its words differ.
 */

const again = 'A random code, so that pressing the button twice sends it once';
const coming = {
  children: 'How many of you are children',
  accessNeeds: 'What would help you take part, if you say so. Deleted the day after the event',
  food: 'What you do not eat, if you say so. Deleted the day after the event',
  attends: 'Whether you come to the room or join by link',
  sessions: 'Which parts of the day you would like to go to',
  answers: 'Your answers to the questions that this event asks',
  dates: 'Which dates of a series you come to',
} as const;

const meeting = {
  'proposed.name': 'The name of the meeting',
  'proposed.fellowship': 'Which fellowship or kind of group it is',
  'proposed.day': 'Its day',
  'proposed.startTime': 'When it starts',
  'proposed.endTime': 'When it ends',
  'proposed.timeZone': 'Its time zone',
  'proposed.mode': 'In person, online or both',
  'proposed.location': 'The name of the place',
  'proposed.address': 'Its address',
  'proposed.region': 'Its town or part of town',
  'proposed.joinUrl': 'Its link',
  'proposed.joinPhone': 'Its number to dial in',
  'proposed.joinNotes': 'How to get in',
  'proposed.notes': 'What else is good to know about it',
  'proposed.types': 'Who it is for and how it is held',
  'proposed.language': 'Its language',
} as const;

export const fieldWords = {
  rsvp: {
    event: 'Which event',
    name: 'A name. Any name',
    email: 'An email address, or',
    phone: 'a phone number. One of the two',
    partySize: 'How many of you come',
    ...coming,
    agreeToConduct: 'That you agree to the code of conduct, where the event asks',
    language: 'In which language we write to you',
    idempotencyKey: again,
    openFor:
      'For how long the form was open, in thousandths of a second: programs fill it in faster. Not kept',
    work: 'A sum that your browser did, where the site asks for it: programs would have to do it too. Not kept',
  },
  'rsvp-change': {
    token: 'The personal link from your mail',
    action: 'Which button you pressed: change, cancel, confirm, come again, delete',
    name: 'The name, if you change it',
    partySize: 'How many of you come, if you change it',
    language: 'In which language',
    ...coming,
  },
  'sign-up': {
    kind: 'What you ask for: a place, a call, a mentor, to be a mentor, the family group, check-ins',
    program: 'Which program',
    cohort: 'Which group of it',
    nameToUse: 'The name we should use',
    'contact.channel': 'Whether we should mail, call or text',
    'contact.value': 'The address or number for that',
    'contact.safeToLeaveMessage': 'Whether we may leave a message',
    'contact.safeToText': 'Whether we may text',
    'contact.safeToSayWho': 'Whether we may say who is calling',
    bestTimes: 'Which times suit you',
    note: 'What you want us to know, in your words',
    accessNeeds: 'What would help you take part, in your words',
    language: 'English or Spanish',
    idempotencyKey: again,
  },
  'sign-up-change': {
    action: 'Which button you pressed: take it back, “I’m doing okay”, “Please call me”, stop, delete',
    'contact.channel': 'Whether we should mail, call or text, if you change it',
    'contact.value': 'The address or number for that',
    'contact.safeToLeaveMessage': 'Whether we may leave a message',
    'contact.safeToText': 'Whether we may text',
    'contact.safeToSayWho': 'Whether we may say who is calling',
    bestTimes: 'Which times suit you',
  },
  consent: {
    recipientKind: 'Whom we may speak with: family, a court, an employer and so on',
    recipientName: 'Their name',
    recipientReach: 'How to reach them, if you say so',
    information: 'What we may tell them',
    purpose: 'What it is for',
    until: 'For how long it stands',
    untilDate: 'A day of your own for that',
    patientName: 'Your full name',
    signature: 'Your name once more, as a signature',
    draft: 'What you chose on the page before, sealed, so that you sign what you read',
    action: 'That you end a consent, by the button on your copy',
  },
  'meeting-report': {
    language: 'In which language',
    kind: 'Whether it is new, wrong or closed',
    slug: 'Which meeting of our list',
    name: 'The name of a new one',
    reason: 'What is the matter with it',
    message: 'What you know, in your words. Please name nobody',
    contact: 'An email address or a phone number, if we may ask you back',
    idempotencyKey: again,
    ...meeting,
  },
  calendar: {
    slug: 'Which meetings: your saved ones, or the one on the page',
    titles: 'Whether the calendar names them or says “Weekly group”',
  },
  'resource-search': {
    q: 'The words you look for',
    topic: 'Which topic',
    for: 'For whom',
    language: 'In which language',
    kind: 'Which kind',
    page: 'Which page of what was found',
  },
  'staff-sign-in': {
    email: 'A work address',
    next: 'Which page of the staff area to open afterwards',
    code: 'The code from the mail, or from the app',
    action: 'Which button was pressed',
    begun: 'Which second step is being set up',
    secret: 'Its secret, to show it again while it is set up. Not kept by the page',
  },
} as const satisfies Record<string, Record<string, string>>;

export type FormId = keyof typeof fieldWords;

/** Everything that is said of a field. */
export type FieldText = {
  [Form in FormId]: (typeof fieldWords)[Form][keyof (typeof fieldWords)[Form]];
}[FormId];
