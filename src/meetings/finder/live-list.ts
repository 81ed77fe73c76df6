import { breath, readList } from './list-reader.ts';
import type { MeetingIndex } from './meeting-index.ts';
import { minute, timingOf, zoneSpansOf, type Timing } from './timing.ts';
import { words } from '../words-here.ts';
import { matchingSteps, type WordMatch } from './word-search.ts';

/** The finder's list on a device: fetched once, and timed by the clock of the device. */
export class LiveList {
  /** Null until the whole list is there. */
  index: MeetingIndex | null = null;
  /** The timing made last. */
  timing: Timing | null = null;
  #loading: Promise<MeetingIndex> | null = null;
  #more: string[] | null = null;
  readonly #ready: (index: MeetingIndex) => void;

  /** `ready` is called once, when the list is there. */
  constructor(ready: (index: MeetingIndex) => void) {
    this.#ready = ready;
  }

  /** The whole list. Rejects when it cannot be had; asked again it tries again. */
  load(): Promise<MeetingIndex> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #read(): Promise<MeetingIndex> {
    const index = await readList('/api/meetings');
    // To learn a clock takes a phone some milliseconds, so one after another.
    for (const zone of index.head.zones) {
      zoneSpansOf(zone, Date.now());
      await breath();
    }
    this.index = index;
    this.now();
    this.#ready(index);
    return index;
  }

  /**
   * Fetches what words may match besides the list; without it they are looked for in the list alone. True
   * when it came just now.
   */
  async loadMore(): Promise<boolean> {
    if (this.#more !== null) return false;
    this.#more = [];
    const response = await fetch('/api/meetings/words').catch(() => null);
    if (!response?.ok) return false;
    const { version, more } = (await response.json()) as { version: string; more: string[] };
    const index = await this.load();
    if (version !== index.head.version) return false;
    this.#more = more;
    return true;
  }

  /** Timing by the clock now, made anew at the latest when it is `oldest` milliseconds old. */
  now(oldest = 2 * minute): Timing | null {
    if (this.index === null) return null;
    const now = Date.now();
    if (this.timing === null || now - this.timing.now >= oldest) {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      this.timing = timingOf(this.index, timeZone, now);
    }
    return this.timing;
  }

  /** Rows with these words, found in steps between which the page breathes. */
  async match(index: MeetingIndex, timing: Timing, typed: string): Promise<WordMatch> {
    const steps = matchingSteps(index, timing, typed, this.#more, words);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await breath();
    return step.value;
  }
}
