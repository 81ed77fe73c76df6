import type { Press, Refused } from './presses.ts';

/** What waits to be sent, in this browser's storage, so that a reload loses nothing. Deleted once it is sent. */
export interface Kept {
  presses: Press[];
  refused: Refused[];
}

/** Keys that start so are of the staff area: signing out deletes them. */
const keyOf = (event: string) => `staff:door:${event}`;

const isPress = (value: unknown): value is Press => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, rsvp, count, was, at, name } = value as Record<string, unknown>;
  return (
    [id, rsvp, at].every((text) => typeof text === 'string') &&
    (kind === 'arrive' || kind === 'walk-in') &&
    [count, was].every(Number.isInteger) &&
    (name === undefined || typeof name === 'string')
  );
};

export function readKept(event: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(event)) ?? '{}') as Partial<
      Record<keyof Kept, unknown>
    >;
    const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
    return {
      presses: list(kept.presses).filter(isPress),
      refused: list(kept.refused).filter(
        (value): value is Refused =>
          isPress(value) && typeof (value as { outcome?: unknown }).outcome === 'string',
      ),
    };
  } catch {
    return { presses: [], refused: [] };
  }
}

/** False when the browser does not keep things, as in some private windows: then a reload would lose them. */
export function writeKept(event: string, kept: Kept): boolean {
  try {
    if (kept.presses.length + kept.refused.length === 0) localStorage.removeItem(keyOf(event));
    else localStorage.setItem(keyOf(event), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
