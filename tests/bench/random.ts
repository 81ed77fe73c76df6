/** A stream of numbers that is the same on every machine, so that two runs measure the same rows. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.next() * values.length)] as Value;
  }

  /** One of few by its weight. */
  weighted<Value>(choices: readonly (readonly [Value, number])[]): Value {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [value, weight] of choices) if ((left -= weight) < 0) return value;
    return (choices.at(-1) as readonly [Value, number])[0];
  }

  /** An index below `length`, the early ones far more often: how meetings spread over towns and names over groups. */
  early(length: number, steepness: number): number {
    return Math.floor(length * this.next() ** steepness);
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('');
  }

  /** As in the passwords of links. */
  letters(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 35).toString(36)).join('');
  }

  /** Around zero, most within one. */
  around(): number {
    return this.next() + this.next() + this.next() - 1.5;
  }
}
