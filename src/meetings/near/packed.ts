/**
 * Whole numbers as text: five bits a letter, small ones in one letter, as encoded polylines do it. Series
 * are kept as differences, which are small and which any compression shrinks further.
 */

const letters = 63;

export function packNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) {
    let rest = number < 0 ? ~(number << 1) : number << 1;
    for (; rest >= 32; rest >>>= 5) text += String.fromCharCode((32 | (rest & 31)) + letters);
    text += String.fromCharCode(rest + letters);
  }
  return text;
}

export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (let index = 0; index < text.length; index += 1) {
    const bits = text.charCodeAt(index) - letters;
    number |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(number & 1 ? ~(number >>> 1) : number >>> 1);
    number = 0;
    shift = 0;
  }
  return numbers;
}

/** Packs each number as what it is more than the one before. */
export const packSeries = (numbers: readonly number[]): string =>
  packNumbers(numbers.map((number, index) => number - (numbers[index - 1] ?? 0)));

export function unpackSeries(text: string): number[] {
  let sum = 0;
  return unpackNumbers(text).map((difference) => (sum += difference));
}
