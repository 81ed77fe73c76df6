/** Tells the other tabs and windows of this browser what changed. A tab never hears itself. */

export type News = { changed: string } | { locked: true } | { erased: true };

type Listener = (news: News) => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;

function theChannel(): BroadcastChannel | undefined {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel('kept');
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
    for (const listener of listeners) listener(data);
  });
  return channel;
}

export function tellOtherTabs(news: News): void {
  theChannel()?.postMessage(news);
}

export function onNews(listener: Listener, signal?: AbortSignal): void {
  theChannel();
  listeners.add(listener);
  signal?.addEventListener('abort', () => listeners.delete(listener));
}
