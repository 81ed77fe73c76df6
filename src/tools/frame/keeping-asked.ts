/** Between the tools of a page and the parts around them that ask: the note before the first save, the lock. */

/** Said to the document once something may be kept, or is open, or is locked, that was not before. */
export const keepingChanged = 'kept-changed';

/** Shows the note that asks whether this device may keep things. */
export function askToKeep(): void {
  const note = document.querySelector<HTMLElement>('keep-note');
  if (note) note.hidden = false;
}

export const tellTools = (): void => void document.dispatchEvent(new Event(keepingChanged));

/** Says it where the page says what is kept, and takes the focus there from a button that goes away. */
export function sayKept(words: string): void {
  const status = document.querySelector<HTMLElement>('[data-kept-status]');
  if (!status) return;
  status.textContent = words;
  status.focus({ preventScroll: true });
}
