import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  assetsBehind,
  assetsIn,
  isKeptAsVisited,
  kindOf,
  mayLie,
  pageName,
  type Kind,
} from '#offline/addresses.ts';
import { coming, withDay, type KeptDay } from '#offline/day-drawer.ts';
import { chosenFrom, keptLanguages, languagesFor, placeOf, type KeptList } from '#offline/kept-list.ts';
import { saidToPage, saidToWorker, toPage } from '#offline/messages.ts';
import { paper, signAsSvg } from '#offline/sign.ts';

/** What may lie on a device, and how it is answered. */

const origin = 'https://house.example';
const kind = (path: string, method = 'GET'): Kind => kindOf({ method, url: new URL(path, origin), origin });

const both = (paths: string[]) => paths.flatMap((path) => [path, `/es${path}`]);

test.each(
  both([
    '/r/abc',
    '/r/check-in/abc/',
    '/events/supper/rsvp/',
    '/step-down/sign-up/',
    '/meetings/hope/get-in/',
    '/meetings/hope/report/',
    '/resources/preview/draft/',
  ]),
)('%s is of one person, so it goes over the network and is never kept', (path) => {
  expect(kind(path)).toBe('network');
  expect(isKeptAsVisited(new URL(path, origin), origin)).toBe(false);
});

test.each(['/staff/', '/staff/events/x/door/', '/es/staff/', '/service-worker.js', '/.netlify/functions/x'])(
  '%s is not touched',
  (path) => {
    expect(kind(path)).toBe('ours-alone');
    expect(kind(path, 'POST')).toBe('ours-alone');
  },
);

test('another site is not touched', () => {
  expect(kindOf({ method: 'GET', url: new URL('https://other.example/help/'), origin })).toBe('ours-alone');
});

test('of the endpoints only public lists are kept, asked for without a question', () => {
  const lists = [
    'meetings',
    'meetings/words',
    'meetings/places',
    'meetings/next',
    'map/outline',
    'events',
    'resources',
  ];
  for (const path of lists) {
    expect(kind(`/api/${path}`)).toBe('list');
    expect(kind(`/api/${path}?near=80501`)).toBe('network');
    expect(kind(`/api/${path}`, 'POST')).toBe('network');
  }
  for (const path of [
    '/api/rsvps',
    '/api/rsvps/manage',
    '/api/rsvps/challenge',
    '/api/step-down',
    '/api/step-down/sign-ups',
    '/api/meetings/reports',
    '/api/meetings/calendar.ics?slug=hope',
    '/api/health',
    '/api/made-tomorrow',
    '/files/1/letter.pdf',
  ])
    expect(kind(path), path).toBe('network');
});

test('nothing that is sent is kept', () => {
  for (const path of both(['/', '/help/', '/meetings/suggest/', '/events/supper/rsvp/']))
    expect(kind(path, 'POST'), path).toBe('network');
});

test('pages and calendars are kept as visited, without what was asked in the address', () => {
  for (const path of both([
    '/',
    '/help/',
    '/meetings/',
    '/meetings/hope/',
    '/events/supper/',
    '/events/supper.ics',
  ])) {
    expect(kind(path), path).toBe('page');
    expect(isKeptAsVisited(new URL(path, origin), origin)).toBe(true);
    expect(isKeptAsVisited(new URL(`${path}?q=hope`, origin), origin)).toBe(false);
  }
  expect(kind('/_astro/Page.abcdefgh.css')).toBe('asset');
  expect(kind('/theme.js')).toBe('asset');
  expect(kind('/search-index/fragment/en_1.pf_fragment')).toBe('index');
});

test('a page has one name, with its slash', () => {
  expect(['/help', '/help/', '/', '/events/a.ics'].map(pageName)).toEqual([
    '/help/',
    '/help/',
    '/',
    '/events/a.ics',
  ]);
});

const answer = (part: { status?: number; type?: ResponseType; redirected?: boolean; cache?: string }) => ({
  status: part.status ?? 200,
  type: part.type ?? ('basic' as const),
  redirected: part.redirected ?? false,
  headers: new Headers(part.cache === undefined ? {} : { 'Cache-Control': part.cache }),
});

test.each([
  ['private', { cache: 'private' }],
  ['not to be stored', { cache: 'private, no-store' }],
  ['not to be stored, in capitals', { cache: 'No-Store' }],
  ['from elsewhere', { redirected: true }],
  ['opaque', { type: 'opaque' as const }],
  ['a redirect', { type: 'opaqueredirect' as const, status: 0 }],
  ['a part', { status: 206 }],
  ['not found', { status: 404 }],
  ['a failure', { status: 503 }],
])('an answer that is %s is not kept', (_what, part) => {
  expect(mayLie(answer(part))).toBe(false);
});

test('a public answer may be kept', () => {
  expect(mayLie(answer({}))).toBe(true);
  expect(mayLie(answer({ cache: 'public, max-age=0, must-revalidate' }))).toBe(true);
});

test('the language of the pages that are open is kept, and what was kept before', () => {
  const at = (path: string) => `${origin}${path}`;
  expect(languagesFor([], [])).toEqual(['en']);
  expect(languagesFor([at('/es/tools/')], [])).toEqual(['es']);
  expect(languagesFor([at('/es/tools/')], [at('/help/?revision=1')])).toEqual(['en', 'es']);
  expect(keptLanguages([at('/_astro/a.css'), at('/es/offline/?revision=1')])).toEqual([]);
});

test('what somebody may need tonight comes first, and alone where data is saved', () => {
  const page = (url: string) => ({ url, revision: '1' });
  const list: KeptList = {
    shell: [page('/offline/')],
    more: [page('/_astro/x.css')],
    first: { en: [page('/help/')], es: [page('/es/help/')] },
    later: { en: [page('/guides/')], es: [page('/es/guides/')] },
  };
  const urls = (saveData: boolean) => chosenFrom(list, ['en'], saveData).map(({ url }) => url);
  expect(urls(false)).toEqual(['/offline/', '/help/', '/_astro/x.css', '/guides/']);
  expect(urls(true)).toEqual(['/offline/', '/help/']);
  expect(['/es/help/naloxone/', '/tools/plan/', '/my-data/', '/'].map(placeOf)).toEqual(
    Array(4).fill('first'),
  );
  expect(['/guides/sleep/', '/es/search/', '/meetings/my-week/', '/events/'].map(placeOf)).toEqual(
    Array(4).fill('later'),
  );
  expect(['/about/', '/events/supper/', '/es/about/', '/staff/'].map(placeOf)).toEqual(Array(4).fill(null));
});

test('what a page and what a script loads is read from them', () => {
  expect(
    assetsIn('<link href="/_astro/Page.a1b2c3d4.css"><script src="/_astro/x.js"></script><a href="/help/">'),
  ).toEqual(['/_astro/Page.a1b2c3d4.css', '/_astro/x.js']);
  expect(assetsBehind('import"./lock.Cpo3vDtb.js";import(`./meeting-map.DZPc5l3M.js`);a.b.c')).toEqual([
    '/_astro/lock.Cpo3vDtb.js',
  ]);
});

test('pages and the worker understand only each other', () => {
  expect(saidToWorker({ say: 'show-new' })).toEqual({ say: 'show-new' });
  for (const other of [null, 'show-new', {}, { say: 'else' }, { say: 'shown-from-device' }])
    expect(saidToWorker(other)).toBeNull();
  for (const said of [{ say: 'shown-from-device', asOf: null }, { say: 'new-version' }] as const)
    expect(saidToPage(toPage(said))).toEqual(said);
  expect(saidToPage(undefined)).toBeNull();
  expect(saidToPage('{"say":"show-new"}')).toBeNull();
});

const day = (slug: string, ends: string): KeptDay => ({
  slug,
  title: slug,
  when: '',
  ends,
  where: '',
  contact: '',
});

test('a day is kept once, the soonest first, and is not shown when it is over', () => {
  const days = [day('b', '2026-12-02T20:00:00Z'), day('a', '2026-12-03T20:00:00Z')];
  const again = withDay(days, day('a', '2026-12-01T20:00:00Z'));
  expect(again.map(({ slug }) => slug)).toEqual(['a', 'b']);
  expect(coming(again, Date.parse('2026-12-02T00:00:00Z')).map(({ slug }) => slug)).toEqual(['b']);
});

test('the signs are drawn in the colours of the pages, and the plain one shows no house', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  expect(tokens).toContain(`--paper: ${paper.light};`);
  expect(tokens).toContain(`--night: ${paper.dark};`);
  expect(signAsSvg('house')).toContain('14.4V30');
  expect(signAsSvg('plain')).not.toContain('14.4V30');
  // nothing of it is cut away by a circle
  expect(signAsSvg('house', true)).toContain('scale(.7)');
});
