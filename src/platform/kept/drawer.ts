import { safeParse, type GenericSchema } from 'valibot';

/**
 * One thing that is kept on a person's own device, and in what shape. What one tool writes is one drawer:
 * a plan, a log. Nothing in a drawer is ever sent anywhere.
 */
export interface Drawer<Value> {
  /** Names it in the browser's storage and in saved copies, for good. */
  name: string;
  /** What the page calls it where a person sees all that is on the device, and where it is written. */
  title: string;
  page: string;
  /** Of the shape; rises when a value written before would be read wrongly. */
  version: number;
  shape: GenericSchema<unknown, Value>;
  /** The value for reading, a line each: on the page of everything that is here, and printed. */
  inWords: (value: Value) => string[];
  /** Takes what an older version wrote to the shape of the version after it. */
  upgrade?: (value: unknown, from: number) => unknown;
  /** Two copies of one drawer as one, when a saved copy is added to what is here. Else the saved one is taken. */
  merge?: (here: Value, saved: Value) => Value;
}

/** A drawer as it lies in storage and in saved copies. */
export interface Kept {
  version: number;
  /** When it was last written: an instant, ISO 8601. */
  changed: string;
  value: unknown;
}

export type Reading<Value> = { value: Value } | { trouble: 'not-ours' | 'newer' };

/** Reads what was kept or saved, from this version or an older one. Anything else is left as it is. */
export function readKept<Value>(drawer: Drawer<Value>, kept: unknown): Reading<Value> {
  if (!isKept(kept)) return { trouble: 'not-ours' };
  if (kept.version > drawer.version) return { trouble: 'newer' };
  let { value } = kept;
  for (let from = kept.version; from < drawer.version; from += 1) {
    value = drawer.upgrade ? drawer.upgrade(value, from) : value;
  }
  // to valibot a list is an object too, one without any of the fields
  if (Array.isArray(value) && drawer.shape.type.endsWith('object')) return { trouble: 'not-ours' };
  const read = safeParse(drawer.shape, value);
  return read.success ? { value: read.output } : { trouble: 'not-ours' };
}

/** A drawer as this site writes it, of whatever version. */
export const isKept = (kept: unknown): kept is Kept =>
  typeof kept === 'object' &&
  kept !== null &&
  'value' in kept &&
  'version' in kept &&
  typeof kept.version === 'number' &&
  Number.isInteger(kept.version) &&
  kept.version > 0;
