import type { RowFiller } from './row-filler.ts';
import type { Section } from './sections.ts';

// Rows that stand below the filters on a screen; the rest can wait for the next frame.
const firstScreen = 6;

/** Does something once the browser has painted what stands now. */
export const afterPaint = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work));

/** Puts rows into `list`: the first screen at once, the rest when it has been painted. */
export function paintRows(
  list: Element,
  sections: Section[],
  filler: RowFiller,
  rowOf: (row: number) => HTMLElement,
): void {
  const steps = filling(list, sections, filler, rowOf);
  for (let row = 0; row < firstScreen && !steps.next().done; row++);
  afterPaint(() => {
    // Meanwhile somebody may have asked for something else.
    if (list.isConnected) while (!steps.next().done);
  });
}

/** Puts row after row into its section. */
function* filling(
  list: Element,
  sections: Section[],
  filler: RowFiller,
  rowOf: (row: number) => HTMLElement,
): Generator<undefined> {
  for (const section of sections) {
    const parts = filler.section(section);
    list.append(parts.section);
    for (const row of section.rows) {
      parts.rows.append(rowOf(row));
      yield;
    }
    for (const row of section.earlier) {
      parts.earlier.append(rowOf(row));
      yield;
    }
  }
}
