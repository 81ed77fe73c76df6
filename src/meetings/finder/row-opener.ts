import { words } from '../words-here.ts';

/**
 * Opens or closes a row: what its page says of joining and getting there is fetched when it is first
 * opened and shown in place. When it cannot be had, the words say where it is.
 */
export async function openRow(button: HTMLElement): Promise<void> {
  const open = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!open));
  const row = button.closest('.meeting');
  const address = row?.querySelector('a')?.href;
  if (row === null || address === undefined) return;
  let panel = row.querySelector<HTMLElement>('[data-row-panel]');
  if (panel === null) {
    panel = document.createElement('div');
    panel.dataset['rowPanel'] = '';
    button.parentElement?.after(panel);
    panel.replaceChildren((await panelOf(address)) ?? words.detailsUnreachable);
    // What brings it to life, and its looks, come when the first row is opened.
    const [{ defineMeetingActions }] = await Promise.all([
      import('../meeting-actions.ts'),
      import('../panel/panel.css'),
    ]);
    defineMeetingActions();
  }
  panel.hidden = button.getAttribute('aria-expanded') !== 'true';
}

async function panelOf(address: string): Promise<Element | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const panel = page.querySelector('[data-meeting-panel]');
    if (panel === null) return null;
    return document.importNode(panel, true);
  } catch {
    return null;
  }
}
