/**
 * What was typed, for somebody who comes back to the results: with this entry of the tab’s history, and in no
 * address, which browsers list, complete and hand on. It comes in an address only with the language switch,
 * behind `#`, where no server sees it, and is taken out of it at once.
 */

const before = '#q=';

export function typedHere(): string {
  if (location.hash.startsWith(before)) {
    const typed = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
    history.replaceState({ ...state(), typed }, '', location.pathname);
    return typed;
  }
  const { typed } = state();
  return typeof typed === 'string' ? typed : '';
}

export const typedKept = (typed: string): void => history.replaceState({ ...state(), typed }, '');

export function withTyped(address: string, typed: string): string {
  const url = new URL(address);
  url.hash = new URLSearchParams({ q: typed }).toString();
  return url.href;
}

const state = (): { typed?: unknown } => {
  const kept: unknown = history.state;
  return typeof kept === 'object' && kept !== null ? kept : {};
};
