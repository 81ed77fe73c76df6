/** Distances along the earth's surface. Runs in the browser: positions never leave it. */

export interface Position {
  latitude: number;
  longitude: number;
}

export type DistanceUnit = 'mi' | 'km';

export const kilometresIn: Record<DistanceUnit, number> = { mi: 1.609344, km: 1 };

const earthRadius = 6371.0088;
const radians = Math.PI / 180;
const kilometresInDegree = earthRadius * radians;

/** Great-circle kilometres between two positions in degrees. */
export function kilometresBetween(a: Position, b: Position): number {
  const northward = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const eastward = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const chord =
    northward * northward +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * eastward * eastward;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export interface Columns {
  /** Degrees, NaN where a row has no position. */
  latitudes: Float32Array;
  longitudes: Float32Array;
}

/**
 * For each row its kilometres from `centre`, Infinity where that is more than `kilometres` or unknown.
 * A box around the circle settles most rows by two comparisons.
 */
export function withinKm(
  { latitudes, longitudes }: Columns,
  centre: Position,
  kilometres: number,
): Float32Array {
  const found = new Float32Array(latitudes.length).fill(Infinity);
  // Columns hold 32 bits: an edge of the box may be off by some metres.
  const north = kilometres / kilometresInDegree + 1e-4;
  const widest = Math.abs(centre.latitude) + north;
  // a circle that holds a pole holds every longitude
  const east = widest < 89.9 ? north / Math.cos(widest * radians) : 180;
  for (let row = 0; row < latitudes.length; row += 1) {
    const latitude = latitudes[row] ?? NaN;
    if (!(Math.abs(latitude - centre.latitude) <= north)) continue;
    const longitude = longitudes[row] ?? NaN;
    const apart = Math.abs(longitude - centre.longitude);
    // across the date line the short way is round the other side
    if (!((apart > 180 ? 360 - apart : apart) <= east)) continue;
    const distance = kilometresBetween(centre, { latitude, longitude });
    if (distance <= kilometres) found[row] = distance;
  }
  return found;
}

const inMiles = new Set(['US', 'GB', 'LR', 'MM']);

/** Miles where road signs say miles, by the region of a language tag as `navigator.language` gives it. */
export function unitFor(language: string): DistanceUnit {
  try {
    return inMiles.has(new Intl.Locale(language).maximize().region ?? '') ? 'mi' : 'km';
  } catch {
    return 'mi';
  }
}

/** `0.4 mi`, `3 mi`, `12 km`. Nearer than a twentieth of a unit is `0.1`: a fix of a phone knows no better. */
export function distanceText(kilometres: number, unit: DistanceUnit): string {
  const distance = kilometres / kilometresIn[unit];
  const rounded = distance < 9.95 ? Math.max(0.1, Math.round(distance * 10) / 10) : Math.round(distance);
  return `${rounded} ${unit}`;
}
