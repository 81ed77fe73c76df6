/**
 * What was pressed at the door and has not been sent yet: ids, counts and times, and of a walk-in the name
 * that was typed. Runs in the browser.
 */
export interface Press {
  /** Names the press in the answer. */
  id: string;
  kind: 'arrive' | 'walk-in';
  rsvp: string;
  /** How many of the party are here, 0 for nobody. */
  count: number;
  /** How many the device knew of before: where another device was faster, nothing is written over. */
  was: number;
  /** ISO instant of the press. */
  at: string;
  name?: string;
  /** It has left at least once; the server may have it, whatever was heard of it. */
  tried?: boolean;
}

/** How the server answered one press. */
export interface Answer {
  id: string;
  outcome: 'arrived' | 'taken-back' | 'already' | 'not-going' | 'no-room' | 'unknown';
  /** How many are here by now, as far as the server says. */
  count?: number | undefined;
}

/** A press the list did not take, kept until somebody has looked at it. */
export interface Refused extends Press {
  outcome: Exclude<Answer['outcome'], 'arrived' | 'taken-back'>;
}

/**
 * Adds a press. One that has never left becomes one with it: pressed and taken back is nothing, and of two
 * counts the last holds, at the time of the first. What was sent stays as it was sent.
 */
export function addPress(presses: Press[], press: Press): Press[] {
  const before = presses.find(({ rsvp, tried }) => rsvp === press.rsvp && !tried);
  if (!before) return [...presses, press];
  const others = presses.filter((one) => one !== before);
  const nothing = before.kind === 'walk-in' ? press.count === 0 : press.count === before.was;
  if (nothing) return others;
  const at = before.count > 0 && press.count > 0 ? before.at : press.at;
  return presses.map((one) => (one === before ? { ...before, count: press.count, at } : one));
}

/**
 * What to send next, as many as `most`. Of one answer only the first press: the second is about what the
 * server says to the first, and sent after a lost answer the two would look like another device's.
 */
export const nextBatch = (presses: Press[], most: number): Press[] =>
  presses.filter(({ rsvp }, index) => presses.findIndex((one) => one.rsvp === rsvp) === index).slice(0, most);

/** The same presses, with these marked as sent. */
export const markTried = (presses: Press[], batch: Press[]): Press[] => {
  const ids = new Set(batch.map(({ id }) => id));
  return presses.map((press) => (ids.has(press.id) ? { ...press, tried: true } : press));
};

/** How many of a party are here when all that was pressed is sent. */
export const hereAfter = (presses: readonly Press[], rsvp: string, here: number): number =>
  presses.findLast((press) => press.rsvp === rsvp)?.count ?? here;

/** Takes what was answered off the list; what was refused is kept apart. */
export function settle(presses: Press[], answers: Answer[]): { left: Press[]; refused: Refused[] } {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return {
    left: presses.filter(({ id }) => !byId.has(id)),
    refused: presses.flatMap((press) => {
      const outcome = byId.get(press.id)?.outcome;
      return !outcome || outcome === 'arrived' || outcome === 'taken-back' ? [] : [{ ...press, outcome }];
    }),
  };
}

/** "Nothing is waiting to be sent", "3 not sent yet" */
export const unsentWords = (count: number): string =>
  count === 0 ? 'Everything is sent' : `${count} not sent yet`;
