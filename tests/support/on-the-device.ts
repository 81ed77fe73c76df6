import type { TestWindow } from './browser.ts';
import { namesIn, privacyTable } from './privacy-page.ts';

/** What lies in a browser for the site, in the words of the table “On the device” of docs/privacy.md. */

/** Every single thing as "kind name": cookies, storage, databases with their records, caches, workers. */
export async function onTheDevice({
  page,
  context,
}: Pick<TestWindow, 'page' | 'context'>): Promise<string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const inPage = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const records = names.map(
      (name) =>
        new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(new Error(`${name} does not open`));
          opening.onsuccess = () => {
            const stores = [...opening.result.objectStoreNames];
            const found: string[] = [];
            // a database without a store has no transaction to wait for
            if (stores.length === 0) resolve(found);
            else {
              const looking = opening.result.transaction(stores);
              for (const store of stores) {
                const keys = looking.objectStore(store).getAllKeys();
                keys.onsuccess = () =>
                  found.push(...keys.result.map((key) => `record of ${name} ${String(key)}`));
              }
              looking.oncomplete = () => resolve(found);
            }
            opening.result.close();
          };
        }),
    );
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    return [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...names.map((name) => `database ${name}`),
      ...(await Promise.all(records)).flat(),
      ...(await caches.keys()).map((name) => `cache ${name}`),
      ...workers.flatMap(({ active, waiting, installing }) => {
        // while its script is still on the way there is no worker yet
        const worker = active ?? waiting ?? installing;
        return worker ? [`service worker ${new URL(worker.scriptURL).pathname}`] : [];
      }),
    ];
  });
  return [...cookies, ...inPage].sort();
}

export interface DeviceRow {
  /** As {@link onTheDevice} says it; `…` stands for anything. */
  name: string;
  /** It is there without a press. */
  byItself: boolean;
}

export async function deviceTable(): Promise<DeviceRow[]> {
  return (await privacyTable('On the device')).flatMap((row) =>
    namesIn(row['Name']).map((name) => ({
      name: `${(row['Kind'] ?? '').replaceAll('`', '')} ${name}`,
      byItself: /^by itself\b/.test(row['Set'] ?? ''),
    })),
  );
}

export const isOf = ({ name }: DeviceRow, thing: string): boolean =>
  name.endsWith('…') ? thing.startsWith(name.slice(0, -1)) : thing === name;
