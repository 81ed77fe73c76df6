import { describe, expect, inject, test } from 'vitest';
import { sendRaw } from '../support/fuzz/raw-socket.ts';

/** Addresses that try to leave the site or to come in by another door, sent as they are: `fetch` would tidy them first. */

const { origin } = inject('site');

const ask = async (path: string, method = 'GET') => {
  const answer = await sendRaw(
    origin,
    [`${method} ${path} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nConnection: close\r\n\r\n`],
    /$^/,
  );
  return { status: answer.statuses[0] ?? 0, text: answer.text };
};

const up = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..\\',
  '..%5c',
  '%252e%252e%252f',
  '..;/',
  '.%00./',
  '%c0%ae%c0%ae/',
  '....//',
  '%uff0e%uff0e/',
];
const prey = [
  'package.json',
  'etc/passwd',
  '.env',
  'netlify.toml',
  'build-stamp.json',
  '.netlify/v1/functions/ssr/ssr.mjs',
  'src/middleware.ts',
  '.git/config',
];
const starts = ['/', '/_astro/', '/files/', '/api/', '/es/', '/resources/', '//'];

/** What stands in a file that is none of the site's, or in a page that needs a session. */
const inside =
  /"devDependencies"|root:x:|SUPABASE_|TOKEN_SECRET|\[build\]|\[\[headers\]\]|"builtAt"|import\s*\{[^}]*\}\s*from|\[core\]|node_modules\//;
const behindTheDoor = /@juniperhollow\.example|Sign out|guests\/|<h1[^>]*>(Queue|Team|Settings|Record)/;

const faults = async (paths: readonly string[], wrong: RegExp) => {
  const found: string[] = [];
  for (const path of paths) {
    const { status, text } = await ask(path);
    if (status === 0 || status >= 500) found.push(`${path}: ${status}`);
    else if (status === 200 && wrong.test(text)) found.push(`${path}: ${wrong.exec(text)?.[0]}`);
  }
  return found;
};

describe('addresses as they are', () => {
  test('no way up leads to a file outside the site', async () => {
    const paths = starts.flatMap((start) =>
      up.flatMap((one, at) => [`${start}${one.repeat(4)}${prey[at % prey.length]}`]),
    );
    expect(await faults([...paths, ...prey.map((one) => `/${one}`)], inside)).toEqual([]);
  });

  test('no spelling of the staff area shows it without a session', async () => {
    const spellings = [
      ...[
        '/staff',
        '/staff/',
        '//staff/',
        '/staff//',
        '/./staff/',
        '/x/../staff/',
        '/%73taff/',
        '/STAFF/',
        '/Staff/team/',
        '/staff/team/.',
        '/staff./',
      ],
      ...[
        '/staff;x=1/',
        '/staff%2fteam/',
        '/staff%5cteam',
        '/staff%00/',
        '/staff/team/%2e%2e/',
        '/es/staff/',
        '/es/../staff/team/',
        '/es/%2e%2e/staff/',
      ],
      ...[
        '/staff/sign-in/../team/',
        '/staff/sign-in/%2e%2e/team/',
        '/staff/team/?x=/staff/sign-in/',
        '/staff/team/x.css',
        '/staff/team/index.html',
        '/_astro/../staff/team/',
      ],
      ...[
        '/staff/record/record.csv',
        '/staff/events/events.csv/',
        '/STAFF/record/record.csv',
        '/%2573taff/',
        '/staff/%e2%80%ae',
        '/staff/unsent/../',
      ],
    ];
    expect(await faults(spellings, behindTheDoor)).toEqual([]);
  });

  test('a link that is nearly somebody’s opens nothing', async () => {
    const tokens = [
      'r',
      `r${'A'.repeat(43)}`,
      `r${'A'.repeat(43)}/..`,
      `${'%41'.repeat(44)}`,
      'r%00',
      `..%2fstaff`,
      `r${'A'.repeat(43)}%2f`,
      '%',
      '%zz',
      '%ff%fe',
    ];
    const ways = [
      '/r/',
      '/es/r/',
      '/r/delete/',
      '/r/reach/',
      '/r/consent/',
      '/r/check-in/',
      '/r/check-in/stop/',
      '/r/quiet/',
      '/resources/preview/',
    ];
    const opened: string[] = [];
    for (const path of ways.flatMap((way) => tokens.map((token) => way + token))) {
      const { status } = await ask(path);
      if (status < 300 || status >= 500) opened.push(`${path}: ${status}`);
    }
    expect(opened).toEqual([]);
  });

  test('very long, very deep and broken ones are answered', async () => {
    const strange = [
      ...[
        `/${'a'.repeat(8000)}`,
        `/${'a/'.repeat(3000)}`,
        `/events/${'%2e'.repeat(2000)}`,
        `/api/meetings/calendar.ics?${'slug=a&'.repeat(900)}`,
      ],
      ...[
        '/%',
        '/%zz',
        '/%ff%fe',
        '/%ed%a0%80',
        '/a\u0000b',
        '/events/%00/',
        '/?%',
        '/events/%E0%A4%A',
        '/.',
        '/..',
        '/;',
        '/*',
        '/index.html/',
        '/index.html%00.png',
      ],
      ...[
        'http://evil.example/',
        'http://evil.example/staff/',
        '*',
        '/\\evil.example/',
        '//evil.example/%2e%2e',
        '/@evil.example',
      ],
    ];
    expect(await faults(strange, inside)).toEqual([]);
  });

  test('none of them sends anybody to another host', async () => {
    const sent: string[] = [];
    for (const path of [
      '//evil.example',
      '//evil.example/',
      '//evil.example/..',
      '/\\evil.example',
      '/%5cevil.example/',
      '//evil.example/%2f..',
      '/es//evil.example/',
      '/events//evil.example',
      'http://evil.example/events',
    ]) {
      const to = /^location: *(\S+)/im.exec((await ask(path)).text)?.[1];
      if (to && new URL(to, origin).host !== new URL(origin).host) sent.push(`${path} → ${to}`);
    }
    expect(sent).toEqual([]);
  });

  test('control: what is the site’s is served, and what is sought would be known', async () => {
    expect((await ask('/')).status).toBe(200);
    expect(['{"devDependencies": {}}', 'root:x:0:0', '[core]'].every((text) => inside.test(text))).toBe(true);
    expect((await ask('/staff/team/')).status).toBe(303);
  });
});
