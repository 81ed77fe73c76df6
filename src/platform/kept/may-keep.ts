import { change, look } from './browser-storage.ts';
import { onNews } from './other-tabs.ts';

/**
 * Whether this device may keep what is written here. It is asked once, before the first thing is kept: others
 * may use the same phone. The yes is that there is a database; the no ends with the tab.
 */

export type MayKeep = 'yes' | 'no' | 'ask' | 'refused';

/** The name in sessionStorage. */
const noKey = 'keep-here';
let noInThisPage = false;

export async function mayKeep(): Promise<MayKeep> {
  if (saidNo()) return 'no';
  try {
    return (await look()) ? 'yes' : 'ask';
  } catch {
    return 'refused';
  }
}

/** The person says yes: this makes the place where things are kept. False where the browser keeps nothing. */
export async function keepHere(): Promise<boolean> {
  noInThisPage = false;
  try {
    sessionStorage.removeItem(noKey);
  } catch {
    // then nothing was written there either
  }
  return change(() => new Map()).catch(() => false);
}

/** The person says no: nothing more is written until this tab is closed. What is there already stays. */
export function keepNothing(): void {
  noInThisPage = true;
  try {
    sessionStorage.setItem(noKey, 'no');
  } catch {
    // Storage may be switched off; the no then holds for this page.
  }
}

function saidNo(): boolean {
  try {
    return noInThisPage || sessionStorage.getItem(noKey) === 'no';
  } catch {
    return noInThisPage;
  }
}

onNews((news) => {
  if (!('erased' in news)) return;
  noInThisPage = false;
  try {
    sessionStorage.clear();
  } catch {
    // nothing was there
  }
});
