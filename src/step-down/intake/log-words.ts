import { closingWords } from './queue-words.ts';

const actions: Record<string, string> = {
  read: 'opened it',
  export: 'took a copy',
  claim: 'took it on',
  assign: 'passed it on',
  release: 'gave it back',
  status: 'set where it stands',
  note: 'wrote a note',
  'hold-seat': 'gave a place in a group',
  decline: 'declined it kindly',
  close: 'closed it',
  'mail-retried': 'sent a mail once more',
  'mail-let-be': 'let a mail be that did not arrive',
  'consent-given': 'a consent was signed',
  'consent-revoked': 'a consent was revoked',
  'consent-read': 'opened a consent',
};
const details: Record<string, string> = {
  ...closingWords,
  ...{ read: 'waits for an answer', contacted: 'in touch', scheduled: 'a time is set' },
  ...{ held: 'a seat', waiting: 'on the waiting list' },
  consent: 'for somebody they named in a consent',
  'own-request': 'for the person',
  'our-team': 'for our own team',
  emergency: 'in a medical emergency',
  law: 'because the law asks for it',
};

/** What somebody did, as words: "took a copy (for the person)". */
export function actionWords({ action, detail }: { action: string; detail: string | null }): string {
  const what = actions[action] ?? action;
  return detail ? `${what} (${details[detail] ?? detail})` : what;
}
