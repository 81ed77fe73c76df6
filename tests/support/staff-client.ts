import { expect } from 'vitest';
import { publicSupabase, type Supabase } from '#platform/supabase.ts';
import { codeIn } from './mailed-code.ts';
import { staffAddress } from './signing-in.ts';
import type { TestStack } from './stack.ts';

/** The database as one of the staff of the demo data, signed in with the mailed code. */
export const staffClient = (stack: TestStack, role: string): Promise<Supabase> =>
  signedInClient(stack, staffAddress(role));

/** The database as whoever has an account with this address, signed in with the mailed code. */
export async function signedInClient(stack: TestStack, email: string): Promise<Supabase> {
  const database = publicSupabase();
  const asked = await database.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
  expect(asked.error).toBeNull();
  // other mails may have come in between
  const mail = stack.mail.messages.find((one) => one.to.includes(email) && codeIn(one) !== '');
  const token = codeIn(mail);
  const { error } = await database.auth.verifyOtp({ email, token, type: 'magiclink' });
  expect(error).toBeNull();
  return database;
}
