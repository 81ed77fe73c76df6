import type { MeetingIndex } from '../finder/meeting-index.ts';

/** How many meetings of each fellowship the list has. */
export function listedOf(index: MeetingIndex): Map<string, number> {
  const counts = new Map<string, number>();
  for (let row = 0; row < index.size; row++) {
    const slug = index.head.fellowships[index.fellowship[row] ?? 0]?.slug ?? '';
    counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return counts;
}
