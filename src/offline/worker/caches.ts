import { mayLie } from '../addresses.ts';

/** The caches of this site, and what one may do with them once somebody asked that everything be forgotten. */

export const cacheNames = {
  /** One version of what is kept, whole. */
  kept: 'kept',
  /** Styles and scripts that pages as visited need, also those of the version before. */
  assets: 'assets',
  meetings: 'visited-meetings',
  pages: 'visited',
  lists: 'lists',
  index: 'search-index',
} as const;

export type CacheName = (typeof cacheNames)[keyof typeof cacheNames];

/** The oldest go first. A hundred meetings can be saved, and their pages should be here. */
const most: Partial<Record<CacheName, number>> = {
  [cacheNames.assets]: 300,
  [cacheNames.meetings]: 120,
  [cacheNames.pages]: 60,
  [cacheNames.index]: 300,
};

let forgotten = false;

/** From here on this worker writes nothing: what a person erased does not come back behind them. */
export const forget = (): void => void (forgotten = true);

/** Keeps an answer that may lie here, as the newest of its cache. The answer itself stays unread. */
export async function lay(name: CacheName, address: string, answer: Response): Promise<void> {
  if (forgotten || !mayLie(answer)) return;
  const copy = answer.clone();
  const cache = await caches.open(name);
  await cache.delete(address);
  await cache.put(address, copy);
  const addresses = await cache.keys();
  for (const old of addresses.slice(0, Math.max(0, addresses.length - (most[name] ?? Infinity))))
    await cache.delete(old);
}

/** Looking makes no cache. */
export const lying = async (name: CacheName, address: string): Promise<Response | undefined> =>
  (await caches.has(name)) ? (await caches.open(name)).match(address) : undefined;

export const isForgotten = (): boolean => forgotten;
