import { isIP } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import { textOf } from './feed-body.ts';
import { isPrivate, Refused, troubleOf, type FeedTrouble } from './feed-trouble.ts';
import { checkedLookup, isPublicAddress, resolveAll, type ResolveAll } from './public-address.ts';

/** Fetching a feed that somebody else serves: limits on time, size and where it may lead. */

export const fetchTimeLimit = 20_000;
const mostRedirects = 5;

/** What a server said of a copy, for it to say next time whether there is a newer one. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export type FetchedFeed =
  | { data: ({ text: string } & Validators) | { text: null }; error: null }
  | { data: null; error: FeedTrouble };

export interface FetchOptions {
  /** Of the copy one has; `text` is then null when it is still the newest. */
  known?: Validators;
  timeLimit?: number;
  /** Which IP addresses may be asked; tests ask their own machine. */
  allows?: (address: string) => boolean;
  resolve?: ResolveAll;
}

/** Fetches a feed as text: 20 seconds, 25 MB after unpacking, public addresses only, also after each redirect. */
export async function fetchFeed(address: string, options: FetchOptions = {}): Promise<FetchedFeed> {
  const { timeLimit = fetchTimeLimit, allows = isPublicAddress, resolve = resolveAll } = options;
  const agent = new Agent({ connect: { lookup: checkedLookup(allows, resolve) }, pipelining: 0 });
  const signal = AbortSignal.timeout(Math.round(timeLimit));
  try {
    const response = await followed(address, { agent, signal, allows, known: options.known });
    if (response.status === 304 && options.known) return { data: { text: null }, error: null };
    const text = await textOf(response);
    const said = (name: string, longest: number) => {
      const value = response.headers.get(name);
      return value !== null && value.length <= longest ? value : null;
    };
    return { data: { text, etag: said('etag', 500), lastModified: said('last-modified', 100) }, error: null };
  } catch (error) {
    const slow = {
      code: 'slow',
      message: `The server did not send the feed within ${Math.ceil(timeLimit / 1000)} seconds.`,
    };
    return { data: null, error: signal.aborted ? slow : troubleOf(error) };
  } finally {
    // what is still on its way is not wanted
    void agent.destroy();
  }
}

interface Way {
  agent: Agent;
  signal: AbortSignal;
  allows: (address: string) => boolean;
  known: Validators | undefined;
}

async function followed(address: string, { agent, signal, allows, known }: Way): Promise<Response> {
  const headers = {
    Accept: 'application/json, text/csv;q=0.9, */*;q=0.1',
    'User-Agent': 'Onward meeting list',
    ...(known?.etag && { 'If-None-Match': known.etag }),
    ...(known?.lastModified && { 'If-Modified-Since': known.lastModified }),
  };
  let url = usable(address, allows);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await fetch(url, { signal, redirect: 'manual', headers, dispatcher: agent });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    url = usable(location, allows, url);
  }
  throw new Refused('redirects', 'The server redirects in a circle.');
}

function usable(address: string, allows: (address: string) => boolean, base?: URL): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new Refused(
      'bad-address',
      'Only http and https addresses without a password in them can be fetched.',
    );
  // a number in place of a name is connected to without being looked up
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allows(host)) throw isPrivate();
  return url;
}
