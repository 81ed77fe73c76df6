import type { staffDatabase } from '#platform/staff-session.ts';

type Visit = Parameters<typeof staffDatabase>[0];

interface SetCookie {
  value: string;
  attributes: Record<string, unknown>;
}

/** A browser's cookies, and a request to the staff area that carries them and keeps what is set. */
export function cookieJar(origin: string, cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  const set = new Map<string, SetCookie>();
  const visit = (path = '/', init: RequestInit = {}) => ({
    request: new Request(new URL(path, origin), {
      ...init,
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    }),
    routePattern: '/staff',
    cookies: {
      set: (name: string, value: string, attributes: Record<string, unknown>) => {
        set.set(name, { value, attributes });
        if (attributes['maxAge'] === 0) jar.delete(name);
        else jar.set(name, value);
      },
    } as unknown as Visit['cookies'],
  });
  return { jar, set, visit };
}
