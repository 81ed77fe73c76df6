/** A host that only this machine reaches: what matters on the way through the internet does not there. */
export const isThisMachine = (address: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
