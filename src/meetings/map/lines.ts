import { packNumbers, unpackNumbers } from '../near/packed.ts';

export type Point = readonly [latitude: number, longitude: number];
export type Line = readonly Point[];

/** Outlines as they travel, each a row of packed lines with spaces between. Thousandths of a degree. */
export interface PackedOutline {
  /** Closed rings. */
  land: string;
  states: string;
  counties: string;
}

const thousandths = (degrees: number): number => Math.round(degrees * 1000);

function packLine(line: Line): string {
  let [north, east] = [0, 0];
  return packNumbers(
    line.flatMap(([latitude, longitude]) => {
      const step = [thousandths(latitude) - north, thousandths(longitude) - east];
      [north, east] = [thousandths(latitude), thousandths(longitude)];
      return step;
    }),
  );
}

function unpackLine(text: string): Line {
  const numbers = unpackNumbers(text);
  let [north, east] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    north += numbers[index * 2] ?? 0;
    east += numbers[index * 2 + 1] ?? 0;
    return [north / 1000, east / 1000] as const;
  });
}

export const packLines = (lines: readonly Line[]): string => lines.map(packLine).join(' ');

export const unpackLines = (text: string): Line[] => (text === '' ? [] : text.split(' ').map(unpackLine));
