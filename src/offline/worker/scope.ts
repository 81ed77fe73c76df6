/** What a service worker has that a page has not; TypeScript knows one or the other, not both in one program. */

export interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface AskedEvent extends WaitingEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

export interface SaidEvent extends WaitingEvent {
  readonly data: unknown;
  readonly source: OpenPage | null;
}

export interface OpenPage {
  id: string;
  url: string;
  postMessage(message: unknown): void;
}

interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly active: unknown; readonly waiting: unknown };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
  addEventListener(type: 'message', listener: (event: SaidEvent) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;

export const openPages = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
