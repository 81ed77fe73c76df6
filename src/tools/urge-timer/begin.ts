import { notLoaded } from './begin-words.ts';

/**
 * All that the page needs before somebody begins. The timer itself comes with the first press, or at once where
 * this device keeps something: a person to call, a log, a timer that runs.
 */

const tool = document.querySelector('urge-timer');
let coming: Promise<unknown> | undefined;
const timer = () => (coming ??= import('./urge-timer-element.ts'));

for (const part of tool?.querySelectorAll<HTMLElement>('[data-with-script]') ?? []) part.hidden = false;
for (const part of tool?.querySelectorAll<HTMLElement>('[data-without-script]') ?? []) part.hidden = true;
tool?.addEventListener('click', (event) => void firstPress(event));
void somethingKept().then((kept) => kept && timer());

async function firstPress({ target }: Event): Promise<void> {
  const button = target instanceof Element && target.closest<HTMLButtonElement>('[data-minutes]');
  if (!button || customElements.get('urge-timer')) return;
  try {
    await timer();
    button.click();
  } catch {
    coming = undefined;
    const status = tool?.querySelector('[data-said]');
    if (status) status.textContent = notLoaded;
  }
}

async function somethingKept(): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false;
  // a browser that cannot list what it has is asked by opening
  if (!('databases' in indexedDB)) return true;
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => name === 'kept');
}
