import type { Position } from './distance.ts';

export type Here =
  { data: Position; error: null } | { data: null; error: 'refused' | 'unavailable' | 'slow' };

const timeLimitMilliseconds = 8000;
// where one was five minutes ago is near enough for a meeting
const goodForMilliseconds = 300_000;

const problems = { 1: 'refused', 2: 'unavailable', 3: 'slow' } as const;

/** Where the device is, by its own word; asked once, without the precise fix that costs time and battery. */
export function askPosition(geolocation: Geolocation | undefined): Promise<Here> {
  if (geolocation === undefined) return Promise.resolve({ data: null, error: 'unavailable' });
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ data: { latitude, longitude }, error: null }),
      ({ code }) => resolve({ data: null, error: problems[code as 1 | 2 | 3] ?? 'unavailable' }),
      { timeout: timeLimitMilliseconds, maximumAge: goodForMilliseconds, enableHighAccuracy: false },
    );
  });
}
