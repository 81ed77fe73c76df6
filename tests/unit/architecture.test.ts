import { expect, test } from 'vitest';
import { brokenArrows } from '../support/arrows.ts';
import { readFiles } from '../support/files.ts';

test('every arrow points the way the architecture draws it', async () => {
  const files = await readFiles(['src', 'netlify', 'local', 'tests'], /\.(ts|astro|mjs)$/);
  for (const path of files.keys()) if (path === 'tests/unit/architecture.test.ts') files.delete(path);
  expect(files.size).toBeGreaterThan(30);
  expect(brokenArrows(files)).toEqual([]);
});

const found = (files: Record<string, string>) => brokenArrows(new Map(Object.entries(files)));

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a room that reaches into another',
    { 'src/events/list.ts': "import { read } from '#meetings/rows.ts';" },
    /events\/list\.ts imports src\/meetings\/rows\.ts: rooms keep/,
  ],
  [
    'a room that reaches into another by a relative path, in a component, for a type',
    { 'src/events/Card.astro': "---\nimport type { Row } from '../staff/rows.ts';\n---\n<p></p>" },
    /events\/Card\.astro imports src\/staff\/rows\.ts: rooms keep/,
  ],
  [
    'a new folder, which is a room until somebody says otherwise',
    { 'src/newsletter/send.ts': "export { x } from '#events/x.ts';" },
    /newsletter\/send\.ts imports src\/events\/x\.ts: rooms keep/,
  ],
  [
    'a platform that knows a room',
    { 'src/platform/clock.ts': "import { x } from '../events/x.ts';" },
    /platform stands under everything/,
  ],
  [
    'a platform that knows a component, by a dynamic import',
    { 'src/platform/clock.ts': "const x = await import('#components/x.ts');" },
    /platform stands under everything/,
  ],
  [
    'a shared component that knows a room',
    { 'src/components/Header.astro': "---\nimport { next } from '#meetings/next.ts';\n---" },
    /belongs to none/,
  ],
  [
    'a room that imports a page',
    { 'src/events/x.ts': "import { y } from '../pages/y.ts';" },
    /nothing stands above/,
  ],
  [
    'the embedded database in the site',
    { 'src/events/x.ts': "import { App } from '@supabase/lite/pglite';" },
    /only local\/ does/,
  ],
  [
    'a room that reads the environment',
    { 'src/events/x.ts': "const a = process.env['SITE_URL'];" },
    /reads the environment/,
  ],
  [
    'a function that imports the environment',
    { 'netlify/functions/x.ts': "import { env } from 'node:process';" },
    /reads the environment/,
  ],
  [
    'a page that asks the database',
    { 'src/pages/events.astro': "---\nconst { data } = await database.from('events').select('*');\n---" },
    /a room does that/,
  ],
  [
    'a page that calls a function of the database',
    { 'src/pages/x.ts': "await db.rpc('create_rsvp', {});" },
    /a room does that/,
  ],
  [
    'a page with SQL',
    { 'src/pages/x.astro': '---\nconst q = `select id from events`;\n---' },
    /a room does that/,
  ],
  [
    'an element that reaches the database through two files',
    {
      'src/events/rsvp-element.ts': "import { a } from './a.ts';",
      'src/events/a.ts': "import { b } from './b.ts';",
      'src/events/b.ts': "import { rows } from '#platform/database.ts';",
    },
    /rsvp-element\.ts takes .*a\.ts → .*b\.ts → .*database\.ts to the browser/,
  ],
  [
    'a script of a component that imports a module of Node',
    {
      'src/components/A.astro':
        '---\n---\n<p></p>\n<script>\n  import { createHmac } from "node:crypto";\n</script>',
    },
    /a script of src\/components\/A\.astro takes node:crypto/,
  ],
  [
    'a script that only imports for its effect',
    {
      'src/components/A.astro': "<script>\n  import './a.ts';\n</script>",
      'src/components/a.ts': "import 'nodemailer';",
    },
    /takes .*a\.ts → nodemailer to the browser/,
  ],
])('negative control: %s is reported', (_what, files, report) => {
  expect(found(files).join('\n')).toMatch(report);
});

test.each<[string, Record<string, string>]>([
  [
    'a room that writes a letter',
    { 'src/events/mails.ts': "import type { Letter } from '#mail/letter.ts';" },
  ],
  [
    'the list of who writes which letter',
    { 'src/mail/composers.ts': "import { a } from '#events/mails.ts';" },
  ],
  [
    'a page that uses two rooms',
    { 'src/pages/x.astro': "---\nimport A from '#events/A.astro';\nimport B from '#meetings/B.astro';\n---" },
  ],
  [
    'an element that only knows the type of a row',
    { 'src/events/rsvp-element.ts': "import type { Json } from '#platform/database.ts';" },
  ],
  ['words about process.env', { 'src/events/x.ts': '/** Never reads process.env itself. */' }],
])('%s is in order', (_what, files) => {
  expect(found(files)).toEqual([]);
});
