import { fetchWithin } from '#platform/database.ts';
import { siteUrl } from '#platform/environment.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import { bad, good, type Finding } from './finding.ts';

/** What stands above an answer of the site: a host sets some of it, our code the rest. */

/** The answer of the site itself, and null when none comes. */
export const ask = (path: string, init: RequestInit = {}): Promise<Response | null> =>
  fetchWithin(20_000)(`${siteUrl()}${path}`, { redirect: 'manual', ...init }).catch(() => null);

/** A file, a function and a page that is made when it is asked for: each gets its headers from elsewhere. */
const kinds = { '/': 'pages', '/api/events': 'functions', '/meetings/': 'pages made on demand' };

export async function checkHeaders(): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [path, kind] of Object.entries(kinds)) {
    const answer = await ask(path);
    const missing = Object.entries(securityHeaders)
      .filter(([name, value]) => answer?.headers.get(name) !== value)
      .map(([name]) => name);
    if (answer?.status !== 200) {
      found.push(
        bad(
          `${path} answers ${answer?.status ?? 'nothing'}.`,
          'Look at the log of the function, or at the deploy.',
        ),
      );
    } else if (missing.length > 0) {
      found.push(
        bad(
          `The answers of ${kind} lack ${missing.join(', ')}, or say something else.`,
          `See ${path} with curl -I: something between changes headers.`,
        ),
      );
    }
  }
  return found.length > 0 ? found : [good('All three kinds of answer carry the security headers.')];
}

export async function checkCaching(): Promise<Finding[]> {
  const found: Finding[] = [];
  // a link that opens nothing: the page is as personal as any
  const own = await ask('/r/doctor');
  const kept = ['cache-control', 'cdn-cache-control', 'netlify-cdn-cache-control'].map(
    (name) => own?.headers.get(name) ?? '',
  );
  if (!kept[0]?.includes('no-store') || kept.some((value) => /\b(public|s-maxage)\b/.test(value))) {
    found.push(
      bad(
        'Personal pages may be kept by a cache.',
        'Take off what sets Cache-Control on /r/…: somebody else could see them.',
      ),
    );
  }
  const worker = await ask('/service-worker.js');
  if (!/no-cache|max-age=0/.test(worker?.headers.get('cache-control') ?? '')) {
    found.push(
      bad(
        '/service-worker.js may be kept by a cache.',
        'Visitors would stay on an old version: see netlify.toml.',
      ),
    );
  }
  return found.length > 0 ? found : [good('Personal pages are kept by nobody, and new versions are found.')];
}
