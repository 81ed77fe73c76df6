import { kilometresIn, unitFor, type DistanceUnit } from './distance.ts';

/** How far somebody is willing to go. */
export interface Reach {
  distance: number;
  unit: DistanceUnit;
}

export const distances = [1, 2, 5, 10, 25, 50, 100];
const usual = 10;

/** What was kept on the device, as `25 km`; otherwise ten of the unit of the language's road signs. */
export function readReach(kept: string | null, language: string): Reach {
  const [, distance, unit] = /^(\d{1,3}) (mi|km)$/.exec(kept ?? '') ?? [];
  return distance !== undefined && distances.includes(Number(distance))
    ? { distance: Number(distance), unit: unit === 'km' ? 'km' : 'mi' }
    : { distance: usual, unit: unitFor(language) };
}

export const keptReach = ({ distance, unit }: Reach): string => `${distance} ${unit}`;

export const reachInKilometres = ({ distance, unit }: Reach): number => distance * kilometresIn[unit];
