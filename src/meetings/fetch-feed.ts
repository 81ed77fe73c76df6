import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Fetching a feed that somebody else serves: limits on time, size and where it may lead. */

const timeLimitMilliseconds = 20_000;
const sizeLimit = 25 * 1024 * 1024;
const mostRedirects = 5;

const privateAddresses = new BlockList();
for (const [net, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
] as const) {
  privateAddresses.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  privateAddresses.addSubnet(net, prefix, 'ipv6');
}

/** Whether an IP address belongs to a private, local or reserved network. IPv4 in IPv6 counts as IPv4. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

export type FetchedFeed = { data: string; error: null } | { data: null; error: string };

const refused = (error: string): FetchedFeed => ({ data: null, error });

/** Why an address may not be asked, or null. Names are looked up: one may lead into a private network. */
async function refusalOf(url: URL): Promise<string | null> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'Only http and https addresses can be imported.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  return addresses.some(isPrivateAddress)
    ? `${host} is in a private network; feeds are only fetched from public ones.`
    : null;
}

async function textUpTo(response: Response, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Fetches a feed as text: 20 seconds, 25 MB, public addresses only, also after each redirect. */
export async function fetchFeed(address: string): Promise<FetchedFeed> {
  const signal = AbortSignal.timeout(timeLimitMilliseconds);
  let url = new URL(address);
  try {
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const refusal = await refusalOf(url);
      if (refusal !== null) return refused(refusal);
      const headers = { Accept: 'application/json, text/csv;q=0.9, */*;q=0.1' };
      const response = await fetch(url, { signal, redirect: 'manual', headers });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        url = new URL(location, url);
        continue;
      }
      const text = await textUpTo(response, sizeLimit);
      if (text === null) return refused('The feed is larger than 25 MB.');
      // An error page may be a check for robots, which is worth saying: the reader of the text says it.
      if (!response.ok && !text.trimStart().startsWith('<'))
        return refused(`The server answered ${response.status}.`);
      return { data: text, error: null };
    }
    return refused('The server redirects in a circle.');
  } catch (error) {
    if (signal.aborted) return refused('The server did not send the feed within 20 seconds.');
    const reason =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return refused(`The server cannot be reached: ${reason}`);
  }
}
