import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT, type JWTPayload } from 'jose';
import * as z from 'zod';

/**
 * What hosted Supabase Auth answers about second factors (TOTP), in front of one that keeps none: list, begin,
 * challenge, verify, remove, and tokens that say `aal2`. The wire is that of @supabase/auth-js.
 */

interface Behind {
  /** Auth and REST as they are. */
  fetch(request: Request): Promise<Response>;
  query<Row>(sql: string): Promise<Row[]>;
  jwtSecret: string;
}

/** The code of a moment by RFC 6238: SHA-1, 30 seconds, 6 digits. */
export function codeAt(secret: string, milliseconds: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const start = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const randomSecret = () =>
  [...randomBytes(32)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte & 31]).join('');

const refuse = (status: number, code: string, message: string) =>
  Response.json({ code: status, error_code: code, msg: message }, { status });

interface FactorRow {
  id: string;
  user_id: string;
  status: 'unverified' | 'verified';
  secret: string;
}

/** Puts second factors in front; the database has `auth.mfa_factors` from then on. */
export async function withSecondFactors(behind: Behind): Promise<(request: Request) => Promise<Response>> {
  await behind.query(`create table auth.mfa_factors (id uuid primary key, user_id uuid not null, friendly_name text,
    factor_type text not null, status text not null, secret text not null, created_at timestamptz default now())`);
  const shown = new Set<string>();
  const challenges = new Map<string, string>();
  const key = new TextEncoder().encode(behind.jwtSecret);

  const factorsOf = (user: string) =>
    behind.query<FactorRow>(
      `select id, user_id, status, secret from auth.mfa_factors where user_id = '${z.uuid().parse(user)}'`,
    );
  const raised = (token: string) => {
    const claims = decodeJwt(token);
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims, aal: 'aal2', iat: now, exp: now + 3600 } satisfies JWTPayload)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(key);
  };

  async function answerFactors(request: Request, parts: string[]): Promise<Response> {
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const user = await behind.fetch(
      new Request(new URL('/auth/v1/user', request.url), { headers: request.headers }),
    );
    if (!user.ok) return user;
    const { sub = '', session_id: session } = decodeJwt<{ session_id: string }>(token);
    const own = await factorsOf(sub);
    const body = (await request.json().catch(() => ({}))) as Record<string, string>;
    const [id, what] = parts;
    if (id === undefined) {
      if (own.some(({ status }) => status === 'verified') && !shown.has(session))
        return refuse(403, 'insufficient_aal', 'AAL2 required to enroll a new factor');
      const made = { id: randomUUID(), secret: randomSecret() };
      await behind.query(`insert into auth.mfa_factors (id, user_id, factor_type, status, secret)
        values ('${made.id}', '${sub}', 'totp', 'unverified', '${made.secret}')`);
      const uri = `otpauth://totp/${body['issuer']}:${sub}?secret=${made.secret}&issuer=${body['issuer']}`;
      return Response.json({
        id: made.id,
        type: 'totp',
        totp: { qr_code: '<svg/>', secret: made.secret, uri },
      });
    }
    const factor = own.find((row) => row.id === id);
    if (!factor) return refuse(404, 'mfa_factor_not_found', 'Factor not found');
    if (request.method === 'DELETE') {
      if (factor.status === 'verified' && !shown.has(session))
        return refuse(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor');
      await behind.query(`delete from auth.mfa_factors where id = '${factor.id}'`);
      return Response.json({ id: factor.id });
    }
    if (what === 'challenge') {
      const challenge = randomUUID();
      challenges.set(challenge, factor.id);
      return Response.json({ id: challenge, type: 'totp', expires_at: Math.floor(Date.now() / 1000) + 300 });
    }
    if (challenges.get(body['challenge_id'] ?? '') !== factor.id)
      return refuse(404, 'mfa_challenge_not_found', 'MFA factor with the provided challenge ID not found');
    const near = [-30_000, 0, 30_000].map((off) => codeAt(factor.secret, Date.now() + off));
    if (!near.includes(body['code'] ?? ''))
      return refuse(422, 'mfa_verification_failed', 'Invalid TOTP code entered');
    challenges.delete(body['challenge_id'] ?? '');
    shown.add(session);
    await behind.query(`update auth.mfa_factors set status = 'verified' where id = '${factor.id}'`);
    const [refresh] = await behind.query<{ token: string }>(
      `select token from auth.refresh_tokens where session_id::text = '${session}' and not revoked`,
    );
    return Response.json({
      access_token: await raised(token),
      refresh_token: refresh?.token,
      token_type: 'bearer',
      expires_in: 3600,
      user: await user.json(),
    });
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (/^\/auth\/v1\/factors(\/|$)/.test(pathname))
      return answerFactors(request, pathname.split('/').slice(4).filter(Boolean));
    const answer = await behind.fetch(request);
    if (!answer.ok) return answer;
    if (pathname === '/auth/v1/user' && request.method === 'GET') {
      const user = (await answer.json()) as { id: string };
      const factors = (await factorsOf(user.id)).map(({ id, status }) => ({
        id,
        status,
        factor_type: 'totp',
      }));
      return Response.json({ ...user, factors });
    }
    if (pathname === '/auth/v1/token') {
      const session = (await answer.json()) as { access_token: string };
      const { session_id: id } = decodeJwt<{ session_id: string }>(session.access_token);
      return Response.json(
        shown.has(id) ? { ...session, access_token: await raised(session.access_token) } : session,
      );
    }
    return answer;
  };
}
