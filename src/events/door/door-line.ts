import type { DoorGuest } from './door-guest.ts';
import { readKept, writeKept, type Kept } from './kept-presses.ts';
import { addPress, markTried, nextBatch, settle, type Press } from './presses.ts';
import type { SyncAnswer } from './sync.ts';

/** As many presses as one request carries. */
const batchSize = 50;

/**
 * The line between a device at the door and the server. A press is kept on the device first and deleted when
 * the server has answered it, so that neither a lost signal nor a reload loses any.
 */
export class DoorLine {
  /** How the last exchange ended; 'new' before the first. */
  state: 'new' | 'well' | 'no-signal' | 'signed-out' | 'refused' = 'new';
  /** False when this browser does not keep things: then only this page holds them. */
  keeps = true;
  readonly #event: string;
  readonly #address: string;
  readonly #heard: (guests: DoorGuest[]) => void;
  #kept: Kept;
  #since: string | null;
  #busy = false;
  #once = false;

  /** `heard` is called with the guests that changed after every press and every answer. */
  constructor(
    { event = '', sync = '', since }: { event?: string; sync?: string; since?: string },
    heard: (guests: DoorGuest[]) => void,
  ) {
    this.#event = event;
    this.#address = sync;
    this.#since = since || null;
    this.#heard = heard;
    this.#kept = readKept(event);
    this.keeps = writeKept(event, this.#kept);
  }

  get presses(): readonly Press[] {
    return this.#kept.presses;
  }
  get refused(): Kept['refused'] {
    return this.#kept.refused;
  }

  press(press: Press): void {
    this.#change(({ presses, refused }) => ({ presses: addPress(presses, press), refused }));
    void this.send();
  }

  /** A refused press that somebody has looked at; with `again` it is sent once more. */
  dismiss(id: string, again = false): void {
    this.#change(({ presses, refused }) => ({
      presses: again ? [...presses, ...refused.filter((press) => press.id === id)] : presses,
      refused: refused.filter((press) => press.id !== id),
    }));
    if (again) void this.send();
  }

  /** Deletes what is kept on this device, sent or not. */
  clear(): void {
    this.#change(() => ({ presses: [], refused: [] }));
  }

  /** Sends what waits and hears what is new. One at a time: a call meanwhile makes one more round. */
  async send(): Promise<void> {
    this.#once = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#once) {
      this.#once = false;
      const batch = nextBatch(this.#kept.presses, batchSize);
      // before it leaves: whether it arrived may never be heard
      this.#change(({ presses, refused }) => ({ presses: markTried(presses, batch), refused }));
      const answer = await this.#exchange(batch);
      if (answer) {
        this.#since = answer.since ?? this.#since;
        this.#change((kept) => {
          const { left, refused } = settle(kept.presses, answer.answers);
          return { presses: left, refused: [...kept.refused, ...refused] };
        }, answer.guests);
        if (this.#kept.presses.length > 0) this.#once = true;
      } else {
        this.#once = false;
        this.#heard([]);
      }
    }
    this.#busy = false;
  }

  async #exchange(batch: Press[]): Promise<SyncAnswer | null> {
    const presses = batch.map(({ id, kind, rsvp, count, was, at, name }) => ({
      ...{ id, kind, rsvp, count, was, at },
      ...(name !== undefined && { name }),
    }));
    try {
      const answer = await fetch(this.#address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ since: this.#since, presses }),
        signal: AbortSignal.timeout(20_000),
      });
      if (answer.ok) {
        const heard = (await answer.json()) as SyncAnswer;
        this.state = 'well';
        return heard;
      }
      this.state = answer.status === 401 ? 'signed-out' : answer.status >= 500 ? 'no-signal' : 'refused';
    } catch {
      this.state = 'no-signal';
    }
    return null;
  }

  #change(how: (kept: Kept) => Kept, guests: DoorGuest[] = []): void {
    // another tab on this device may have added to it
    this.#kept = how(this.keeps ? readKept(this.#event) : this.#kept);
    this.keeps = writeKept(this.#event, this.#kept);
    this.#heard(guests);
  }
}
