import { keptReach, readReach, type Reach } from './reach.ts';

const storageKey = 'distance';

export interface ReachSelects {
  value(): Reach;
}

/** The two fields that say how far. A choice is kept on this device, and only a choice. */
export function reachSelects(
  distance: HTMLSelectElement,
  unit: HTMLSelectElement,
  onChange: () => void,
): ReachSelects {
  const value = () => readReach(`${distance.value} ${unit.value}`, navigator.language);
  const kept = readReach(keptOnDevice(), navigator.language);
  distance.value = String(kept.distance);
  unit.value = kept.unit;
  for (const select of [distance, unit])
    select.addEventListener('change', () => {
      try {
        localStorage.setItem(storageKey, keptReach(value()));
      } catch {
        // Storage may be switched off; the choice then holds for this page.
      }
      onChange();
    });
  return { value };
}

function keptOnDevice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
