import { GetIn } from './panel/get-in.ts';
import { MyTime } from './panel/my-time.ts';
import { TakeAlong } from './panel/take-along.ts';
import { SaveMeeting } from './saved/save-button.ts';

/**
 * Brings what is in a `[data-meeting-panel]` to life, wherever it stands or will be put. May be called
 * more than once.
 */
export function defineMeetingActions(): void {
  for (const [name, element] of [
    ['save-meeting', SaveMeeting],
    ['take-along', TakeAlong],
    ['my-time', MyTime],
    ['get-in', GetIn],
  ] as const)
    if (!customElements.get(name)) customElements.define(name, element);
}
