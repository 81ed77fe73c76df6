import { mostSaved, readSaved, storageKey, writeSaved, type SavedMeeting } from './saved.ts';

/** Saved meetings in this browser's storage. Nothing here talks to a server. */

/** Said to this page when it changed something; other tabs hear `storage` from the browser. */
const changed = 'saved-meetings';

export function savedMeetings(): SavedMeeting[] {
  try {
    return readSaved(localStorage.getItem(storageKey));
  } catch {
    return [];
  }
}

export type Kept = 'kept' | 'full' | 'refused';

/** Replaces the list. `refused`: the browser does not keep things, as in some private windows. */
export function keep(meetings: SavedMeeting[]): Kept {
  if (meetings.length > mostSaved) return 'full';
  try {
    if (meetings.length === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, writeSaved(meetings));
  } catch {
    return 'refused';
  }
  dispatchEvent(new Event(changed));
  return 'kept';
}

/** Calls back whenever the list changed, here or in another tab, until the signal ends it. */
export function onSavedChange(listener: () => void, signal: AbortSignal): void {
  addEventListener(changed, listener, { signal });
  addEventListener(
    'storage',
    ({ key }) => {
      // null: everything was cleared
      if (key === storageKey || key === null) listener();
    },
    { signal },
  );
}
