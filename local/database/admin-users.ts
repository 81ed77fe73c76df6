import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/**
 * The part of Supabase Auth's admin interface that `@supabase/lite` lacks and we use: making an account,
 * listing accounts and removing one, for a holder of the secret key. Answers as the hosted one does.
 */

interface Owner {
  query<Row>(sql: string): Promise<Row[]>;
}

interface Account {
  id: string;
  email: string;
}

const newAccount = z.object({ email: z.email() });
const path = '/auth/v1/admin/users';
const columns = 'id, aud, role, email, created_at';

/** The answer to a call of the admin interface, or null for every other request. */
export async function answerAdmin(
  request: Request,
  database: Owner,
  secretKey: string,
): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  const one = pathname.startsWith(`${path}/`) ? pathname.slice(path.length + 1) : null;
  if (pathname !== path && !one) return null;
  if (request.headers.get('apikey') !== secretKey)
    return refuse(401, 'no_authorization', 'The secret key is needed');
  if (one) return answerAccount(request.method, one, database);
  if (request.method === 'GET') {
    const users = await database.query<Account>(`select ${columns} from auth.users order by created_at, id`);
    const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
    return Response.json(
      { users: page > 1 ? [] : users, aud: 'authenticated' },
      { headers: { 'x-total-count': String(users.length) } },
    );
  }
  if (request.method !== 'POST') return refuse(405, 'bad_method', 'Not here');

  const account = newAccount.safeParse(await request.json().catch(() => null));
  if (!account.success) return refuse(422, 'validation_failed', 'An email address is needed');
  const email = literal(account.data.email.toLowerCase());
  const [created] = await database.query<Account>(
    `insert into auth.users (id, aud, role, email, email_confirmed_at, created_at, updated_at)
     select '${randomUUID()}', 'authenticated', 'authenticated', ${email}, now(), now(), now()
     where not exists (select from auth.users where email = ${email}) returning ${columns}`,
  );
  return created
    ? Response.json(created)
    : refuse(422, 'email_exists', 'A user with this email address has already been registered');
}

/** The client looks at an account before it removes it. */
async function answerAccount(method: string, id: string, database: Owner): Promise<Response> {
  if (method !== 'GET' && method !== 'DELETE') return refuse(405, 'bad_method', 'Not here');
  const statement =
    method === 'GET'
      ? `select ${columns} from auth.users where id::text = ${literal(id)}`
      : `delete from auth.users where id::text = ${literal(id)} returning ${columns}`;
  const [account] = await database.query<Account>(statement);
  return account ? Response.json(account) : refuse(404, 'user_not_found', 'User not found');
}

const refuse = (status: number, code: string, message: string) =>
  Response.json({ code: status, error_code: code, msg: message }, { status });

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
