import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Which addresses a feed may be fetched from: none that lead into our own or a reserved network. */

const reserved = new BlockList();
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
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
  ] as const),
  ['224.0.0.0', 3] as const,
]) {
  reserved.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ...([
    ['::', 96],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
    ['100::', 64],
  ] as const),
  // addresses that carry an IPv4 one for somebody on the way to unpack
  ...([
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['2002::', 16],
    ['2001::', 23],
    ['2001:db8::', 32],
  ] as const),
]) {
  reserved.addSubnet(net, prefix, 'ipv6');
}

/** Whether an IP address is a public one. IPv4 inside IPv6 counts as IPv4; what is no address is not public. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !reserved.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

export type ResolveAll = (
  name: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const resolveAll: ResolveAll = (name, done) => {
  resolveName(name, { all: true }, done);
};

/** A name of a feed's server leads into a private network. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
}

/**
 * The lookup a connection is made with: the address that was checked is the one that is connected to, so
 * a name cannot point elsewhere in between. One address that is not allowed refuses the name.
 */
export function checkedLookup(allows: (address: string) => boolean, resolve: ResolveAll): LookupFunction {
  return (name, options, callback) => {
    resolve(name, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null) callback(error, '', 4);
      else if (first === undefined || addresses.some(({ address }) => !allows(address)))
        callback(new PrivateAddress(), '', 4);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
