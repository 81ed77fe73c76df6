import type { MeetingView } from '../meeting-view.ts';

/** A meeting in a few lines, to paste into a message. Holds nothing that is shown only after a press. */
export function detailsText(name: string, view: MeetingView, address: string): string {
  const { join, dial } = view.ways;
  return [
    name,
    view.when,
    [view.mode, ...view.place].join(', '),
    ...(view.caution === null || view.caution === view.mode ? [] : [view.caution]),
    ...(join ? [`${join.label}: ${join.href}`] : []),
    ...(dial ? [`Dial ${dial.number}${dial.codes === null ? '' : `, then ${dial.codes}`}`] : []),
    address,
  ].join('\n');
}
