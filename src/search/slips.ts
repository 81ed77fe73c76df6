/** Slips of the finger: how far a word that nobody wrote is from one that somebody did. */

/** Letters left out, put in, changed, or two neighbours in each other’s place: each is one slip. */
export function slipsBetween(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    for (let at = 1; at <= b.length; at++) {
      const same = a[row - 1] === b[at - 1];
      let slips = Math.min(last[at]! + 1, now[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        slips = Math.min(slips, before[at - 2]! + 1);
      now.push(slips);
    }
    [before, last] = [last, now];
  }
  return last[b.length]!;
}

/** A short word with one other letter is another word. */
const allowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The known word that was most likely meant, by the fewest slips and then by how often it is used. */
export function nearestWord(word: string, known: ReadonlyMap<string, number>): string | undefined {
  let fewest = allowed(word) + 1;
  let found: string | undefined;
  for (const [candidate, uses] of known) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) >= Math.min(fewest + 1, 3)) continue;
    const slips = slipsBetween(word, candidate);
    if (slips > fewest || slips > allowed(word)) continue;
    if (slips === fewest && (found === undefined || uses <= known.get(found)!)) continue;
    [found, fewest] = [candidate, slips];
  }
  return found;
}
