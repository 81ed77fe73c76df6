import type { Language } from '#i18n/language.ts';
import { assetsIn, mayLie } from '../addresses.ts';
import { chosenFrom, keptLanguages, languagesFor, type KeptFile, type KeptList } from '../kept-list.ts';
import { cacheNames, isForgotten, lay, lying } from './caches.ts';
import { openPages } from './scope.ts';

/**
 * One version of the pages that are kept, with all they load. Each lies under its address and revision, so that
 * two versions lie beside each other, the one in use and the one that waits, and what did not change lies once.
 */

declare const keptList: KeptList;

const all = [
  ...new Map(chosenFrom(keptList, ['en', 'es'], false).map((file) => [file.url, file] as const)).values(),
];
const byPath = new Map(all.map((file) => [file.url, file]));
const nameOf = ({ url, revision }: KeptFile): string => (revision ? `${url}?revision=${revision}` : url);

export const isKept = (path: string): boolean => byPath.has(path);

/** What lies here of this version; undefined for what is not kept, or not yet. */
export async function keptAnswer(path: string): Promise<Response | undefined> {
  const file = byPath.get(path);
  return file && lying(cacheNames.kept, nameOf(file));
}

/** Gets what these languages need and what is not here yet; rejects when something of it cannot be had whole. */
export async function fill(languages: Language[]): Promise<void> {
  const queue = chosenFrom(keptList, languages, savesData());
  const cache = await caches.open(cacheNames.kept);
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      if (isForgotten()) return;
      if (await cache.match(nameOf(file))) continue;
      const answer = await fetch(file.url, {
        cache: file.revision ? 'reload' : 'default',
        credentials: 'same-origin',
      });
      if (!mayLie(answer)) throw new Error(`${file.url} answered ${answer.status}`);
      // a site that is changing at this moment may send the page of another version
      if (file.url.endsWith('/') && !(await isWhole(answer.clone())))
        throw new Error(`${file.url} is of another version`);
      await cache.put(nameOf(file), answer);
    }
  };
  // a few at a time: the person is reading a page meanwhile
  await Promise.all([work(), work(), work()]);
}

/** For the pages that stand open and for what was kept before. */
export async function fillForNow(): Promise<void> {
  const addresses = (await openPages()).map(({ url }) => url);
  await fill(languagesFor(addresses, await keptAddresses()));
}

export const keepsLanguage = async (language: Language): Promise<boolean> =>
  keptLanguages(await keptAddresses()).includes(language);

/** Takes away what is not of this version; its styles and scripts stay for pages that are still open. */
export async function clearOut(): Promise<void> {
  const cache = await caches.open(cacheNames.kept);
  const names = new Set(all.map((file) => new URL(nameOf(file), location.href).href));
  for (const { url } of await cache.keys()) {
    if (names.has(url)) continue;
    const old = new URL(url).pathname.startsWith('/_astro/') ? await cache.match(url) : undefined;
    if (old) await lay(cacheNames.assets, url, old);
    await cache.delete(url);
  }
}

const isWhole = async (page: Response): Promise<boolean> => assetsIn(await page.text()).every(isKept);

const keptAddresses = async (): Promise<string[]> =>
  (await caches.has(cacheNames.kept))
    ? (await (await caches.open(cacheNames.kept)).keys()).map(({ url }) => url)
    : [];

export const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
