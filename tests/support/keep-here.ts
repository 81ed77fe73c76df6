import type { Page } from './browser.ts';

/** Answers the note that a tool shows before the first thing is kept: this device may keep it. In both languages. */
export async function keepHere(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Keep it on this device|Guardarlo en este aparato)$/ })
    .press('Enter');
  await page.getByText(/Kept on this device\.|Guardado en este aparato\./).waitFor();
}

/** Everything that this browser keeps for the site, whoever put it there. */
export const allKept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const databases = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown[]>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(new Error(`${name} does not open`));
            opening.onsuccess = () => {
              const all = opening.result.transaction('drawers').objectStore('drawers').getAll();
              all.onsuccess = () => {
                opening.result.close();
                resolve(all.result as unknown[]);
              };
            };
          }),
      ),
    );
    return {
      databases,
      local: { ...localStorage },
      session: { ...sessionStorage },
      caches: await caches.keys(),
      cookies: document.cookie,
    };
  });

export const nothingKept = { databases: [], local: {}, session: {}, caches: [], cookies: '' };
