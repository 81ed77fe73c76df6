import { latitudeAt, longitudeAt } from './projection.ts';
import type { TownLabel } from './town-labels.ts';

// about 30 km, in degrees of latitude
const farthest = 0.27;

/** The name of the nearest of the larger towns; null where none is within about 30 km. */
export function nearestTown(towns: readonly TownLabel[], { x, y }: { x: number; y: number }): string | null {
  const [latitude, longitude] = [latitudeAt(y), longitudeAt(x)];
  const narrow = Math.cos((latitude * Math.PI) / 180);
  let [best, name]: [number, string | null] = [farthest, null];
  for (const town of towns) {
    const distance = Math.hypot(town.latitude - latitude, (town.longitude - longitude) * narrow);
    if (distance < best) [best, name] = [distance, town.name];
  }
  return name;
}
