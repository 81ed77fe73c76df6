import { change, look } from './browser-storage.ts';
import { toRecord } from './records.ts';

/** The coping card was kept in localStorage before there were drawers. It moves over once, and then is gone there. */

const key = 'card';

export async function moveCard(): Promise<void> {
  const text = kept();
  if (text === null) return;
  try {
    const value = JSON.parse(text) as unknown;
    const records = (await look()) ?? new Map<string, unknown>();
    // what is in the drawer is newer
    if (!records.has(key)) {
      const record = await toRecord(records, key, { version: 1, changed: new Date().toISOString(), value });
      await change((now) => (now.has(key) ? new Map() : new Map([[key, record]])));
    }
    localStorage.removeItem(key);
  } catch {
    // it stays where it is: the drawers are refused, locked, or it is no card
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
