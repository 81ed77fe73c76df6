import type { Autosaved } from './autosave.ts';

/** Where a page says whether what is typed is saved. */

/** Says it; with `signIn` there is a way to do that on a page of its own. */
export function say(host: HTMLElement, words: string, signIn = false): void {
  const place = host.querySelector('[data-saved]');
  if (!place) return;
  place.textContent = words;
  if (!signIn) return;
  const way = document.createElement('a');
  Object.assign(way, { href: '/staff/sign-in/', target: '_blank', rel: 'noopener', textContent: 'Sign in' });
  place.append(' ', way);
}

/** A colleague was faster: shows who, and the two ways on. */
export function showConflict(host: HTMLElement, told: Autosaved): void {
  const box = host.querySelector<HTMLElement>('[data-conflict]');
  const sentence = box?.querySelector('p');
  const over = box?.querySelector<HTMLButtonElement>('button[value^="over:"]');
  if (!box || !sentence || !over) return;
  sentence.textContent = told.words ?? '';
  over.value = `over:${told.version}`;
  box.hidden = false;
}
