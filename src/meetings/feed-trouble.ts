import { PrivateAddress } from './public-address.ts';

/** Why a feed was not taken, in a plain sentence. It never holds the address, which may hold a key. */
export interface FeedTrouble {
  code: string;
  message: string;
}

/** Ends the fetching of a feed with what to say of it. */
export class Refused extends Error {
  readonly trouble: FeedTrouble;
  constructor(code: string, message: string) {
    super(message);
    this.trouble = { code, message };
  }
}

export const isPrivate = () =>
  new Refused(
    'private-address',
    'The address leads into a private network; feeds are only fetched from public ones.',
  );
export const isTooLarge = () => new Refused('too-large', 'The feed is larger than 25 MB.');

const certificates = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS|SSL/;

/** What may be said of a failed request: never the words of the error, which may hold the address. */
export function troubleOf(error: unknown): FeedTrouble {
  if (error instanceof Refused) return error.trouble;
  const { cause } = error as { cause?: { code?: unknown } };
  if (cause instanceof PrivateAddress) return isPrivate().trouble;
  const code = typeof cause?.code === 'string' ? cause.code : 'no answer';
  if (/^(?:ENOTFOUND|EAI_)/.test(code))
    return { code: 'unknown-server', message: 'There is no server of that name.' };
  if (certificates.test(code))
    return { code: 'certificate', message: 'The server has no valid certificate.' };
  return { code: 'unreachable', message: `The server cannot be reached (${code}).` };
}
