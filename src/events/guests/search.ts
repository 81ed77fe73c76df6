/** Finding people by name. Runs in the browser too, so that no name goes anywhere while somebody types. */

/** Lower case, without accents and with single spaces: "José  Łuna" is found by "jose luna". */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/\s+/gu, ' ')
    .trim();

/** Whether every word that was typed stands somewhere in the name. Nothing typed finds everybody. */
export function nameMatches(name: string, typed: string): boolean {
  const folded = foldName(name);
  return foldName(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}

export const byName = (a: { name: string }, b: { name: string }): number =>
  foldName(a.name).localeCompare(foldName(b.name)) || a.name.localeCompare(b.name);
