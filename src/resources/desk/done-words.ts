/** What was done, on the page after it, by the `done` of its address. */
const sentences: Record<string, string> = {
  published: 'Published.',
  scheduled: 'Planned. It goes out by itself.',
  asked: 'Sent for a second look. Whoever publishes sees it at the top of their list.',
  'taken-back': 'Taken back. It is your draft again.',
  'sent-back': 'Sent back, with your note.',
  unplanned: 'The plan is taken back. It stays a draft.',
  discarded: 'The changes are gone. What is on the site stays as it is.',
  deleted: 'Deleted. It was never on the site.',
  archived: 'Archived. It leaves the site with the next build, in a minute or two.',
  reopened: 'It is a draft again. Publish it to bring it back to its address.',
  restored: 'The words of that version are the draft now. Publish it when it is right.',
  duplicated: 'This is the copy: a draft of its own.',
  'links-ended': 'Every link to the draft that was given away opens nothing now.',
  kept: 'Saved: your words replaced what was there.',
  theirs: 'Left as it was. Your words were not saved.',
};

export const doneWords = (query: URLSearchParams): string | null =>
  sentences[query.get('done') ?? ''] ?? null;
