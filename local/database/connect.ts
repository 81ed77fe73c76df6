import postgres from 'postgres';
import { isThisMachine } from '../this-machine.ts';

/**
 * One connection to the PostgreSQL of an address, for a command. To another machine it goes encrypted or not at all,
 * since people's data and the password go along; `sslmode` in the address says otherwise, or more.
 */
export const connectTo = (address: string, options: { connect_timeout?: number } = {}): postgres.Sql =>
  postgres(address, { max: 1, onnotice: () => {}, ...encryption(address), ...options });

// the certificate of a hosted pooler is signed by its own authority: whoever has that asks for verify-full
const encryption = (address: string) =>
  isThisMachine(address) || new URL(address).searchParams.has('sslmode') ? {} : ({ ssl: 'require' } as const);
