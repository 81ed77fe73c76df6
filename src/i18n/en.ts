/** What the shell and the forms say. Rooms keep their own words in their own dictionaries. */
export const en = {
  skip: 'Skip to the main content',

  'crisis.label': 'Help right now',
  'crisis.call': 'Call {number}',
  'crisis.text': 'Text {number}',
  'crisis.textWord': 'Text {word} to {number}',
  'crisis.chat': 'Chat',
  'crisis.chat.full': 'Chat with the {name}',
  'crisis.samhsa': 'SAMHSA',
  'crisis.program': 'Call us',
  'crisis.otherLanguage': 'Español: {number}, oprima {key}',

  'exit.label': 'Leave quickly',
  'exit.leave': 'Leave this page',
  'exit.more': 'What it can’t hide',
  'exit.hint': 'Or press Shift three times.',
  'exit.once': 'Shift pressed once. Two more to leave this page.',
  'exit.twice': 'Shift pressed twice. One more to leave this page.',
  'exit.leaving': 'Leaving this page.',
  'exit.expired': 'Staying on this page.',

  'nav.label': 'Main',
  'nav.menu': 'Menu',
  'nav.close': 'Close menu',
  'nav.meetings': 'Meetings',
  'nav.events': 'Events',
  'nav.step-down': 'Step-down',
  'nav.guides': 'Guides',
  'nav.tools': 'Tools',
  'nav.resources': 'Resources',
  'nav.help': 'Help',

  'theme.dark': 'After dark',
  'theme.light': 'Daylight',

  'footer.more': 'More of this house',
  'footer.family': 'For family',
  'footer.levels': 'Levels of care',
  'footer.myData': 'What is on this device',
  'footer.about': 'About us',
  'footer.privacy': 'Privacy',
  'footer.accessibility': 'Accessibility',
  'footer.conduct': 'Code of conduct',
  'footer.phoneHours': 'Someone answers {hours}.',
  'footer.closed': 'Nobody answers on {day}',
  'footer.quiet':
    'This site asks nothing of you and tells nobody you were here: no tracking, no outside services.',

  'notice.label': 'Notice',
  'notice.more': 'Read more',

  'form.optional': '(optional)',
  'form.error': 'Error:',
  'form.problem': 'There is a problem',
  'form.leaveEmpty': 'Leave this empty',
  'form.errorTitle': 'Error: {title}',
} as const satisfies Record<string, string>;

export type Dictionary = Record<keyof typeof en, string>;
