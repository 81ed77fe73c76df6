import { inLanguage, languageOf } from '#i18n/language.ts';
import { isKeptAsVisited, kindOf, pageName } from '../addresses.ts';
import { madeOnDemand } from '../kept-list.ts';
import { saidToWorker, toPage, type ToWorker } from '../messages.ts';
import {
  assetAnswer,
  indexAnswer,
  keepVisited,
  listAnswer,
  networkAnswer,
  notSent,
  pageAnswer,
} from './answers.ts';
import { cacheNames, forget, isForgotten, lay, lying } from './caches.ts';
import { clearOut, fill, fillForNow, keepsLanguage, savesData } from './kept.ts';
import { openPages, scope, type AskedEvent, type OpenPage } from './scope.ts';

/**
 * The site without a network (docs/decisions/047): one version of help, tools and guides lies here whole, the rest
 * as visited. A new version waits until a person asks for it or has left. Nothing is sent later.
 */

/** Pages that were shown from this device, by the window they are in. */
const fromDevice = new Map<string, string>();

scope.addEventListener('install', (event) => event.waitUntil(fillForNow().then(tellOfThis)));

/** The first version has nothing to announce. */
async function tellOfThis(): Promise<void> {
  if (!scope.registration.active) return;
  for (const page of await openPages()) page.postMessage(toPage({ say: 'new-version' }));
}

scope.addEventListener('activate', (event) => {
  event.waitUntil(clearOut().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const kind = kindOf({ method: request.method, url, origin: location.origin });
  if (kind === 'ours-alone') return;
  if (kind === 'asset') event.respondWith(assetAnswer(request));
  else if (kind === 'index') event.respondWith(indexAnswer(request));
  else if (kind === 'list') event.respondWith(listAnswer(request).then(({ answer }) => answer));
  else if (kind === 'page') event.respondWith(page(event, url));
  else if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(networkAnswer(request));
  // A form goes to the server by itself: sent on from here it would look like one of ours to the server's check
  // of where it comes from, whoever sent it. Without a network there is nothing to send on.
  else if (request.mode === 'navigate' && !navigator.onLine) event.respondWith(notSent(url.pathname));
});

async function page(event: AskedEvent, url: URL): Promise<Response> {
  const { answer, fromDevice: here } = await pageAnswer(event.request);
  if (event.request.mode !== 'navigate') return answer;
  if (here) fromDevice.set(event.resultingClientId, pageName(url.pathname));
  else event.waitUntil(alsoKeep(url).catch(() => undefined));
  return answer;
}

/** Whoever changes to the other language has it here from then on. */
async function alsoKeep(url: URL): Promise<void> {
  const language = languageOf(url);
  if (isForgotten() || (await keepsLanguage(language))) return;
  await fill([language]);
}

scope.addEventListener('message', (event) => {
  const said = saidToWorker(event.data);
  if (said) event.waitUntil(hear[said.say](said, event.source));
});

const hear: Record<ToWorker['say'], (said: ToWorker, source: OpenPage | null) => Promise<void>> = {
  'show-new': () => scope.skipWaiting(),
  forget: () => Promise.resolve(forget()),
  /** A page is there: what it needs is kept, and it hears how old it is if it comes from here. */
  here: async (_said, source) => {
    if (!source) return;
    if (scope.registration.waiting) source.postMessage(toPage({ say: 'new-version' }));
    const url = new URL(source.url);
    const path = fromDevice.get(source.id);
    if (path !== undefined) source.postMessage(toPage({ say: 'shown-from-device', asOf: await asOf(path) }));
    else for (const address of [url.href, ...(savesData() ? [] : onDemandIn(url))]) await keep(address);
  },
  keep: async ({ pages = [] }) => {
    for (const address of pages) await keep(address);
  },
};

const onDemandIn = (url: URL) => madeOnDemand.map((path) => inLanguage(path, languageOf(url)));

/** Gets what is not here yet, if it is something that may be. */
async function keep(address: string): Promise<void> {
  const url = new URL(address, location.origin);
  const path = pageName(url.pathname);
  const kind = kindOf({ method: 'GET', url, origin: location.origin });
  const visited = isKeptAsVisited(url, location.origin);
  if (isForgotten() || (kind !== 'list' && !visited)) return;
  const there = await Promise.all(
    [cacheNames.lists, cacheNames.pages, cacheNames.meetings].map((name) =>
      lying(name, visited ? path : url.pathname),
    ),
  );
  if (there.some(Boolean)) return;
  const answer = await fetch(url.pathname, { credentials: 'same-origin' }).catch(() => null);
  if (!answer) return;
  if (visited) await keepVisited(path, answer);
  else await lay(cacheNames.lists, url.pathname, answer);
}

/** When what is shown was true: of the finder what its list says, else when the page was sent. */
async function asOf(path: string): Promise<string | null> {
  if (inLanguage(path, 'en') === '/meetings/') {
    const list = await lying(cacheNames.lists, '/api/meetings');
    const said = /"asOf":"([^"]+)"/.exec((await list?.text())?.slice(0, 100_000) ?? '')?.[1];
    if (said) return said;
  }
  const page = (await lying(cacheNames.pages, path)) ?? (await lying(cacheNames.meetings, path));
  const sent = page?.headers.get('date');
  return sent ? new Date(sent).toISOString() : null;
}
