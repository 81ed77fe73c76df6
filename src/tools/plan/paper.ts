import { eachLine } from './plan.ts';

/** The plan as it goes on paper: drawn anew before each print, so that it is never older than the form. */

/** Writes each `[data-from]` field into its place, and each `[data-lines-from]` field as one line a thing. */
export function fillPaper(paper: HTMLElement, shown: (field: string) => string): void {
  for (const place of paper.querySelectorAll<HTMLElement>('[data-from]')) {
    place.textContent = shown(place.dataset['from'] ?? '');
  }
  for (const list of paper.querySelectorAll<HTMLElement>('[data-lines-from]')) {
    const things = eachLine(shown(list.dataset['linesFrom'] ?? ''));
    const room = Math.max(things.length, Number(list.dataset['room'] ?? 1));
    // what is left empty is a line to write on by hand
    list.replaceChildren(
      ...Array.from({ length: room }, (_, index) => {
        const item = document.createElement('li');
        item.textContent = things[index] ?? '';
        return item;
      }),
    );
  }
}

const sizes = ['', 'small', 'smaller', 'smallest'];

/** Takes the largest letters that fit the sheet; where none do, says on the sheet that some is cut off. */
export function fitPaper(sheet: HTMLElement): void {
  const body = sheet.querySelector('[data-paper-body]');
  const cut = sheet.querySelector<HTMLElement>('[data-cut]');
  if (!body || !cut) return;
  cut.hidden = true;
  for (const size of sizes) {
    sheet.dataset['size'] = size;
    if (body.scrollHeight <= body.clientHeight) return;
  }
  cut.hidden = false;
}
