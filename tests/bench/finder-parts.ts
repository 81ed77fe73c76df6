/** What the bench knows of the finder's page: the only place to change when the page does. */
export const parts = {
  page: '/meetings/',
  list: '/api/meetings',
  /** What words may match besides; it comes when somebody types. */
  more: '/api/meetings/words',
  finder: 'meeting-finder',
  row: '.meeting',
  count: '[data-count]',
  results: '[data-results]',
  words: 'meeting-finder input[name=q]',
  modes: ['in-person', 'online', 'hybrid'].map((mode) => `meeting-finder input[name=mode][value=${mode}]`),
  /** Stands on the finder when it has the whole list. */
  ready: 'meeting-finder[data-ready]',
  openMap: '[data-open-map]',
  marker: '[data-map] .marker',
};

/** Typed as it stands: a word that a few hundredths of all meetings have. */
export const typedWord = 'serenity';
