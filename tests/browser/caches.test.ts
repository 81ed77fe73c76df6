import { describe, expect, inject, test } from 'vitest';
import { securityHeaders } from '#platform/security-headers.ts';
import { mailedLink, newAddress } from '../support/backstage.ts';
import { signedInCookie } from '../support/signed-in-cookie.ts';
import { openEvent } from '../support/visitors.ts';

/**
 * No cache between us and somebody keeps what is theirs, whatever the address looks like; and nobody puts
 * words of their own into a page that a cache keeps for everybody.
 */

const { origin } = inject('site');
/** Stands in every page below that is somebody's, and in no other. */
const planted = 'Wilhelmina Plantedname';

interface Prepared {
  /** Pages of one person, each under its address. */
  links: string[];
  /** The session of an admin. */
  cookie: string;
}

async function prepare(): Promise<Prepared> {
  const email = newAddress();
  const post = (path: string, body: unknown) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const event = await openEvent(origin);
  const rsvp = { event, name: planted, email, partySize: 1, agreeToConduct: true };
  const answered = (await (await post('/api/rsvps', rsvp)).json()) as { manageUrl: string };
  const mine = new URL(await mailedLink(email)).pathname;
  const contact = { channel: 'email', value: newAddress(), safeToLeaveMessage: true };
  const signUp = { kind: 'mentor', nameToUse: planted, contact };
  const asked = (await (await post('/api/step-down/sign-ups', signUp)).json()) as { manageUrl: string };
  const page = new URL(asked.manageUrl).pathname;
  const parts = ['reach', 'check-in'].map((part) => page.replace('/r/', `/r/${part}/`));
  return {
    links: [mine, new URL(answered.manageUrl).pathname, page, ...parts, `/es${mine}`],
    cookie: await signedInCookie('admin'),
  };
}

// mails are waited for, which vitest allows within a test only
let prepared: Promise<Prepared> | undefined;
const ready = () => (prepared ??= prepare());

/** What a cache may take for a file that is the same for everybody. */
const disguises = [
  '',
  '/',
  '/x.css',
  '.css',
  ';.js',
  ';x.css',
  '%2fx.css',
  '%0ax.css',
  '%3fx.css',
  '?x.css',
  '#x.css',
  '/..%2fstyle.css',
  '//x.png',
];

/** What asks a careless server for another page, another host or another copy than the address says. */
const tricks: Record<string, string>[] = [
  { 'X-Forwarded-Host': 'evil.example' },
  { 'X-Host': 'evil.example', 'X-Forwarded-Server': 'evil.example', Forwarded: 'host=evil.example' },
  { 'X-Original-URL': '/staff/team/', 'X-Rewrite-URL': '/staff/team/' },
  { 'X-Forwarded-Proto': 'http', 'X-Forwarded-Scheme': 'nothttps', 'X-Forwarded-Port': '6666' },
  { 'Accept-Language': 'es', Accept: 'text/css', Range: 'bytes=0-9' },
  { 'X-HTTP-Method-Override': 'DELETE', 'X-Method-Override': 'POST' },
  { 'Cache-Control': 'public, max-age=99999', Pragma: 'x-cache' },
];

interface Seen {
  status: number;
  headers: Headers;
  text: string;
}

async function get(path: string, init: RequestInit = {}): Promise<Seen> {
  const answer = await fetch(origin + path, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const caching = ['cache-control', 'cdn-cache-control', 'netlify-cdn-cache-control', 'surrogate-control'];

/** Why a cache might keep it, or might be told to by another copy; empty when none may. */
function mayBeKept({ status, headers, text }: Seen): string[] {
  const said = caching.map((name) => headers.get(name) ?? '');
  if (said.slice(1).some((words) => words !== '')) return [`the CDN is told ${said.slice(1).join(' ')}`];
  // another spelling of the same address, and nothing else in it
  if (status === 301 && !text.includes(planted) && /^\/(?!\/)/.test(headers.get('location') ?? '')) return [];
  return said[0] === 'private, no-store' ? [] : [`Cache-Control is “${said[0]}”`];
}

/** Without the moment at which a page was made. */
const steady = (text: string) => text.replace(/ data-made="\d+"/, '');

const reflects = ({ headers, text }: Seen) =>
  /evil\.example|:6666/.test(text + JSON.stringify([...headers]))
    ? ['says what it was told of its host']
    : [];

describe('Pages of one person', () => {
  test('are kept by no cache, under whatever address they answer', async () => {
    const { links } = await ready();
    const wrong: string[] = [];
    for (const link of links) {
      for (const disguise of disguises) {
        const answer = await get(link + disguise);
        // an address that opens nothing may be the static page that says so
        const theirs = answer.status !== 404 || answer.text.includes(planted);
        if (theirs)
          wrong.push(...mayBeKept(answer).map((why) => `${link}${disguise}: ${answer.status}, ${why}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('are kept by no cache, whatever the request says of itself, and repeat none of it', async () => {
    const { links } = await ready();
    const wrong: string[] = [];
    for (const link of links) {
      for (const headers of tricks) {
        const answer = await get(link, { headers });
        const why = [...mayBeKept(answer), ...reflects(answer)];
        wrong.push(...why.map((one) => `${link} with ${JSON.stringify(headers)}: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('negative control: the link does open the page, so an answer that a cache may keep would be a leak', async () => {
    const { links } = await ready();
    const own = await get(links[0] ?? '');
    expect(own.status).toBe(200);
    expect(own.text).toContain(planted);
    const kept = new Headers(own.headers);
    kept.set('cache-control', 'public, max-age=60');
    expect(mayBeKept({ ...own, headers: kept })).not.toEqual([]);
    kept.set('cache-control', 'private, no-store');
    kept.set('netlify-cdn-cache-control', 'public, durable, max-age=60');
    expect(mayBeKept({ ...own, headers: kept })).not.toEqual([]);
  });
});

const staffPages = [
  '',
  'events/',
  'step-down/',
  'team/',
  'record/',
  'record/record.csv',
  'settings/',
  'publishing-state',
  'no/such/page/',
];

describe('The staff area', () => {
  test('is kept by no cache, under whatever address, signed in or not', async () => {
    const { cookie } = await ready();
    const wrong: string[] = [];
    for (const page of staffPages) {
      // the door is one for all pages: a few are tried in every disguise
      for (const disguise of /team|csv/.test(page) ? disguises : ['', '/x.css']) {
        for (const headers of [{ cookie }, {}] as Record<string, string>[]) {
          const answer = await get(`/staff/${page}${disguise}`, { headers });
          const staffs = answer.status !== 404 || /Signed in|Sign out/.test(answer.text);
          if (staffs)
            wrong.push(
              ...mayBeKept(answer).map((why) => `/staff/${page}${disguise}: ${answer.status}, ${why}`),
            );
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('opens to nobody without a session, by no spelling and no header', async () => {
    const { cookie } = await ready();
    const spellings = [
      '/staff/team/',
      '/staff//team/',
      '/STAFF/team/',
      '/%73taff/team/',
      '/staff/%74eam/',
      '/./staff/team/',
      '/x/../staff/team/',
      '/staff/team/;x',
      '/es/staff/team/',
      '//staff/team/',
      '/staff/sign-in/../team/',
      '/staff/sign-in/..%2fteam/',
      '/staff/not-yours/',
      '/staff/unsent/',
    ];
    const opened: string[] = [];
    for (const spelling of spellings) {
      for (const headers of [{}, ...tricks]) {
        const { status, text } = await get(spelling, { headers });
        if (status === 200 && /@juniperhollow\.example|Sign out/.test(text)) opened.push(spelling);
      }
    }
    expect(opened).toEqual([]);
    const { text } = await get('/staff/team/', { headers: { cookie } });
    expect(text, 'negative control: with the session the page is there').toMatch(/@juniperhollow\.example/);
  });

  test('takes no form from another site, with the session and all', async () => {
    const { links, cookie } = await ready();
    const send = (path: string, headers: Record<string, string>) =>
      get(path, {
        method: 'POST',
        body: 'action=anything',
        headers: { cookie, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      });
    const foreign: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
    ];
    const taken: string[] = [];
    for (const page of [...staffPages.map((one) => `/staff/${one}`), ...links]) {
      for (const headers of foreign) {
        const { status } = await send(page, headers);
        if (status !== 403) taken.push(`${page} ${JSON.stringify(headers)}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
    const own = await send('/staff/team/', { 'Sec-Fetch-Site': 'same-origin' });
    expect(own.status, 'negative control: our own form is read').not.toBe(403);
  });
});

describe('What everybody sees', () => {
  const everybodys = [
    '/',
    '/events/',
    '/meetings/',
    '/resources/',
    '/help/',
    '/api/events',
    '/api/meetings',
    '/api/step-down',
    '/api/resources',
    '/api/meetings/feed.json',
    '/no/such/page/',
  ];

  test('says nothing of what a request claimed about its host, and is the same without it', async () => {
    const wrong: string[] = [];
    for (const page of everybodys) {
      const plain = await get(page);
      for (const headers of tricks) {
        const answer = await get(page, { headers });
        const why = [
          ...reflects(answer),
          ...(answer.status === plain.status || answer.status === 206 ? [] : [`is ${answer.status}`]),
          ...(answer.status === 206 || steady(answer.text) === steady(plain.text) ? [] : ['is another page']),
        ];
        wrong.push(...why.map((one) => `${page} with ${JSON.stringify(headers)}: ${one}`));
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is not changed by a session, so a cache that kept it from somebody signed in shows nothing of them', async () => {
    const { cookie } = await ready();
    for (const page of everybodys) {
      const [one, other] = [await get(page), await get(page, { headers: { cookie } })];
      expect(steady(other.text) === steady(one.text), page).toBe(true);
      expect(other.headers.get('set-cookie'), page).toBeNull();
    }
  });

  test('is never an error that a cache keeps', async () => {
    const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
    const kept: string[] = [];
    for (const page of everybodys.filter((one) => one.startsWith('/api/'))) {
      for (const method of methods) {
        const answer = await get(page, { method });
        expect(answer.status, `${method} ${page}`).toBe(405);
        kept.push(...mayBeKept(answer).map((why) => `${method} ${page}: ${why}`));
      }
    }
    expect(kept).toEqual([]);
  });
});

test('no address of ours leads to another host', async () => {
  const { cookie } = await ready();
  const elsewhere = [
    '//evil.example/',
    '/\\\\evil.example',
    'https://evil.example/',
    '/staff//evil.example//',
    '/staff/../..//evil.example',
    '/staff/%0d%0aLocation:https://evil.example',
    '\thttps://evil.example',
  ];
  const led: string[] = [];
  const look = async (path: string, init: RequestInit = {}) => {
    const { headers, text } = await get(path, init);
    const to = headers.get('location');
    if (to !== null && new URL(to, origin).origin !== origin) led.push(`${path} leads to ${to}`);
    const links = [...text.matchAll(/ (?:href|action|src)="([^"]*)"/g)].map(([, link = '']) => link);
    for (const link of links)
      if (URL.canParse(link, origin) && /evil/.test(new URL(link, origin).hostname))
        led.push(`${path} has a link to ${link}`);
    const next = / name="next" value="([^"]*)"/.exec(text)?.[1] ?? '/staff/';
    if (!next.startsWith('/staff/')) led.push(`${path} goes on to ${next}`);
  };
  for (const target of elsewhere) {
    const next = encodeURIComponent(target);
    for (const page of ['/staff/sign-in/', '/staff/second-factor/', '/staff/', '/meetings/'])
      for (const headers of [{}, { cookie }] as Record<string, string>[])
        await look(`${page}?next=${next}&return=${next}&back=${next}&url=${next}&redirect=${next}`, {
          headers,
        });
    await look('/staff/sign-in/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email: newAddress(), next: target }).toString(),
    });
  }
  for (const path of [
    '//evil.example//',
    '/staff//evil.example//',
    '/r//evil.example//',
    '/es//evil.example//',
    '/%2f%2fevil.example//',
    '/resources//evil.example',
  ])
    await look(path);
  expect(led).toEqual([]);
});

test('every kind of answer carries every security header', async () => {
  const { links } = await ready();
  const wrong: string[] = [];
  for (const page of [
    '/',
    '/help/',
    '/api/events',
    '/api/meetings',
    '/api/rsvps',
    links[0] ?? '',
    '/staff/',
    '/staff/sign-in/',
    '/theme.js',
    '/.well-known/security.txt',
    '/no/such/page/',
  ]) {
    const { headers } = await get(page);
    for (const [name, value] of Object.entries(securityHeaders))
      if (headers.get(name) !== value) wrong.push(`${page}: ${name} is ${headers.get(name)}`);
  }
  expect(wrong).toEqual([]);
});

test('security.txt names the organisation’s address, and until when to believe it', async () => {
  const { status, text } = await get('/.well-known/security.txt');
  expect(status).toBe(200);
  expect(text).toContain('Contact: mailto:hello@juniperhollow.example\n');
  const until = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(until - Date.now()).toBeGreaterThan(170 * 86_400_000);
  expect(until - Date.now()).toBeLessThan(365 * 86_400_000);
});
