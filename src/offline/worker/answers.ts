import { inLanguage, languageOf } from '#i18n/language.ts';
import { assetsBehind, assetsIn, isKeptAsVisited, mayLie, pageName } from '../addresses.ts';
import { noSignalPage, notSentPage } from '../kept-list.ts';
import { cacheNames, lay, lying, type CacheName } from './caches.ts';
import { isKept, keptAnswer } from './kept.ts';

/** How each kind of request is answered. */

/** On a slow line what lies here is shown after so long, where something does. */
const patience = 3000;

export interface Answered {
  answer: Response;
  /** It comes from this device, because the network did not answer or not in time. */
  fromDevice: boolean;
}

/** The newest over the network, else what lies here, else what `otherwise` says. */
export async function newest(
  ask: () => Promise<Response>,
  here: () => Promise<Response | undefined>,
  otherwise: () => Promise<Response>,
): Promise<Answered> {
  const asked = ask().then(
    (answer) => ({ answer, fromDevice: false }),
    () => null,
  );
  const kept = async () => {
    const answer = await here();
    return answer ? { answer, fromDevice: true } : null;
  };
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null)).then(kept);
  return (
    (await Promise.race([asked, late.then((found) => found ?? asked)])) ??
    (await kept()) ?? { answer: await otherwise(), fromDevice: true }
  );
}

export function pageAnswer(request: Request): Promise<Answered> {
  const url = new URL(request.url);
  const path = pageName(url.pathname);
  return newest(
    async () => {
      const answer = await fetch(request);
      if (isKeptAsVisited(url, location.origin)) void keepVisited(path, answer.clone());
      return answer;
    },
    async () => (await keptAnswer(path)) ?? lying(visitedIn(path), path),
    () => (request.mode === 'navigate' ? noSignal(path) : Promise.reject(new TypeError('No network'))),
  );
}

export async function listAnswer(request: Request): Promise<Answered> {
  const path = new URL(request.url).pathname;
  return newest(
    async () => {
      const answer = await fetch(request);
      await lay(cacheNames.lists, path, answer);
      return answer;
    },
    () => lying(cacheNames.lists, path),
    () => Promise.reject(new TypeError('No network')),
  );
}

/** A name that changes with its content is right whenever it lies here. */
export async function assetAnswer(request: Request, name: CacheName = cacheNames.assets): Promise<Response> {
  const path = new URL(request.url).pathname;
  const here = (await keptAnswer(path)) ?? (await lying(name, path));
  if (here) return here;
  const answer = await fetch(request);
  await lay(name, path, answer);
  return answer;
}

/** Files of the search by the same rule, but for the two that name the others and must be the newest. */
export const indexAnswer = async (request: Request): Promise<Response> => {
  const path = new URL(request.url).pathname;
  if (!/\.js(on)?$/.test(path)) return assetAnswer(request, cacheNames.index);
  const { answer } = await newest(
    async () => {
      const fresh = await fetch(request);
      await lay(cacheNames.index, path, fresh);
      return fresh;
    },
    async () => (await lying(cacheNames.index, path)) ?? keptAnswer(path),
    () => Promise.reject(new TypeError('No network')),
  );
  return answer;
};

/** Over the network, or the page that says there is none. */
export const networkAnswer = (request: Request): Promise<Response> =>
  fetch(request).catch(() => noSignal(new URL(request.url).pathname));

/** A page as visited lies here once all that it loads does, so that it can stand without a network. */
export async function keepVisited(path: string, answer: Response): Promise<void> {
  if (isKept(path) || !mayLie(answer)) return;
  if (!/^text\/(html|calendar)/.test(answer.headers.get('content-type') ?? '')) return;
  const needed = new Set(assetsIn(await answer.clone().text()));
  // grows while it is gone through
  for (const asset of needed) {
    const file = await assetAnswer(new Request(asset));
    if (!file.ok) return;
    if (/\.(js|css)$/.test(asset)) for (const next of assetsBehind(await file.text())) needed.add(next);
  }
  await lay(visitedIn(path), path, answer);
}

const visitedIn = (path: string): CacheName =>
  /^(\/es)?\/meetings\/./.test(path) ? cacheNames.meetings : cacheNames.pages;

const ownPage = async (page: string, path: string, status: number): Promise<Response> => {
  const kept = await keptAnswer(inLanguage(page, languageOf({ pathname: path })));
  return kept ? new Response(kept.body, { status, headers: kept.headers }) : Response.error();
};
const noSignal = (path: string) => ownPage(noSignalPage, path, 503);
/** For a form that cannot have been sent. */
export const notSent = (path: string) => ownPage(notSentPage, path, 503);
