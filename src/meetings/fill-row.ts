import type { RowView } from './row-view.ts';
import { words } from './words.ts';

/** Puts a meeting into a copy of the row that MeetingRow.astro renders, which has every part. */
export function fillRow(copy: Element[], view: RowView): Element[] {
  const [row] = copy;
  if (row === undefined) return [];
  const put = (selector: string, text: string | null) => {
    const part = row.querySelector(selector);
    if (text === null) part?.remove();
    else part?.replaceChildren(text);
  };
  put('a', view.name);
  row.querySelector('a')?.setAttribute('href', view.href);
  put('.how', view.how);
  put('.zone', view.zone);
  put('.about', view.about);
  const half = row.querySelector('.time small');
  if (view.time === null || half === null) put('.time', words.byAppointmentShort);
  else {
    half.textContent = view.time.half;
    row.querySelector('.time')?.replaceChildren(`${view.time.hour} `, half);
  }
  return [row];
}
