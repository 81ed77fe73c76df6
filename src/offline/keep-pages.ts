import type { ToWorker } from './messages.ts';

/** Asks that these pages of ours lie on this device, as if they had been visited. Without a worker nothing happens. */
export function keepPages(pages: string[]): void {
  const message: ToWorker = { say: 'keep', pages };
  navigator.serviceWorker?.controller?.postMessage(message);
}
