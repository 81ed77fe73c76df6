import { folded } from './folded.ts';
import { slugOf } from '#platform/slug.ts';
import { noTime, type ListBlock, type ListHead, type SpecialDates } from './wire.ts';

/**
 * The finder's list in columns, row by row in the order it was sent. The server and the browser both
 * search this; 50,000 meetings take a few megabytes and no object each.
 */
export class MeetingIndex {
  readonly head: ListHead;
  /** Rows read so far. */
  size = 0;
  readonly names: string[] = [];
  readonly foldedNames: string[] = [];
  readonly at: Uint16Array;
  readonly lasts: Uint16Array;
  readonly zone: Uint8Array;
  readonly mode: Uint8Array;
  readonly fellowship: Uint8Array;
  readonly kinds: Uint16Array;
  readonly language: Uint8Array;
  readonly video: Uint16Array;
  readonly flags: Uint8Array;
  readonly confirmed: Uint16Array;
  readonly place: Uint32Array;
  /** Degrees; NaN where a meeting has no position. */
  readonly latitudes: Float32Array;
  readonly longitudes: Float32Array;
  readonly placeLabels: string[] = [''];
  readonly foldedPlaces: string[] = [''];
  readonly special = new Map<number, SpecialDates>();
  readonly #slugs: string[] = [];
  readonly #placeLatitudes: number[] = [NaN];
  readonly #placeLongitudes: number[] = [NaN];

  constructor(head: ListHead) {
    this.head = head;
    const { total } = head;
    this.at = new Uint16Array(total);
    this.lasts = new Uint16Array(total);
    this.zone = new Uint8Array(total);
    this.mode = new Uint8Array(total);
    this.fellowship = new Uint8Array(total);
    this.kinds = new Uint16Array(total);
    this.language = new Uint8Array(total);
    this.video = new Uint16Array(total);
    this.flags = new Uint8Array(total);
    this.confirmed = new Uint16Array(total);
    this.place = new Uint32Array(total);
    this.latitudes = new Float32Array(total);
    this.longitudes = new Float32Array(total);
  }

  /** Takes in the next block. */
  add(block: ListBlock): void {
    const from = this.size;
    this.#addPlaces(block.places);
    for (const column of columns) this[column].set(block[column], from);
    let at = 0;
    for (const [offset, name] of block.name.entries()) {
      const row = from + offset;
      at += block.at[offset] ?? 0;
      this.at[row] = at;
      this.names.push(name);
      this.foldedNames.push(folded(name));
      this.#slugs.push(block.slug[offset] ?? '');
      const place = this.place[row] ?? 0;
      this.latitudes[row] = this.#placeLatitudes[place] ?? NaN;
      this.longitudes[row] = this.#placeLongitudes[place] ?? NaN;
    }
    for (const [offset, dates] of Object.entries(block.special ?? {}))
      this.special.set(from + Number(offset), dates);
    this.size += block.name.length;
  }

  #addPlaces({ label, latitude, longitude }: ListBlock['places']): void {
    let [north, east] = [0, 0];
    for (const [number, text] of label.entries()) {
      const [toNorth, toEast] = [latitude[number] ?? null, longitude[number] ?? null];
      if (toNorth !== null) north += toNorth;
      if (toEast !== null) east += toEast;
      this.placeLabels.push(text);
      this.foldedPlaces.push(folded(text));
      this.#placeLatitudes.push(toNorth === null ? NaN : north / 1000);
      this.#placeLongitudes.push(toEast === null ? NaN : east / 1000);
    }
  }

  slugOf(row: number): string {
    return (this.#slugs[row] ?? '').replace('*', () => slugOf(this.names[row] ?? ''));
  }

  placeOf(row: number): string {
    return this.placeLabels[this.place[row] ?? 0] ?? '';
  }

  isTimed(row: number): boolean {
    return this.at[row] !== noTime;
  }

  kindsOf(row: number): number[] {
    return this.head.kindSets[this.kinds[row] ?? 0] ?? [];
  }
}

const columns = [
  'lasts',
  'zone',
  'mode',
  'fellowship',
  'kinds',
  'language',
  'video',
  'flags',
  'confirmed',
  'place',
] as const;
