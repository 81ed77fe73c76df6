import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environmentVariables, portVariables } from '#platform/environment.ts';

/** What the documents point at is there. */

const read = (path: string) => readFileSync(path, 'utf8');
const documents = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md'),
].sort();
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

/** Without fenced code, where a link or a heading is an example. */
const prose = (path: string) => read(path).replace(/^ *```[\s\S]*?^ *```/gm, '');

/** The ids that a reader's browser gives the headings. */
const headings = (path: string) =>
  [...prose(path).matchAll(/^#+ +(.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(documents)('%s', (path) => {
  test('every link within the project leads somewhere', () => {
    const links = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => {
        const [file = '', heading] = target.split('#');
        const aim = file === '' ? path : join(dirname(path), file);
        return !existsSync(aim) || (heading !== undefined && !headings(aim).includes(heading));
      });
    expect(broken).toEqual([]);
  });

  test('every npm script it names exists', () => {
    const named = [...read(path).matchAll(/\bnpm run ([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  test('every file of ours that it names in code exists', () => {
    const named = [
      ...prose(path).matchAll(/`((?:src|local|tests|content|supabase|netlify|docs|public)\/[^`\s]*)`/g),
    ];
    const paths = named.map(([, name = '']) => name).filter((name) => !/[<>*…]/.test(name));
    expect(paths.filter((name) => !existsSync(name))).toEqual([]);
  });
});

test('the README tells of every script that a person types', () => {
  const untold = Object.keys(manifest.scripts).filter(
    (script) => !read('README.md').includes(script === 'test' ? 'npm test' : `npm run ${script}`),
  );
  expect(untold).toEqual([]);
});

test('.env.example names the settings of the schema and the ports, each once and with a line of explanation', () => {
  const lines = read('.env.example').split('\n');
  const entries = lines.flatMap((line, index) => {
    const name = /^#?([A-Z][A-Z_]*)=/.exec(line)?.[1];
    return name ? [{ name, explained: /^# \S/.test(lines[index - 1] ?? '') }] : [];
  });
  expect(entries.map(({ name }) => name)).toEqual([...environmentVariables, ...Object.keys(portVariables)]);
  expect(entries.filter(({ explained }) => !explained)).toEqual([]);
});

test('docs/deploy.md explains every setting, and the README names it', () => {
  const explained = [...read('docs/deploy.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(
    ([, name = '']) => name,
  );
  expect(explained).toEqual(environmentVariables);
  expect(environmentVariables.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
});

test('the deploy button asks for every setting but the build hook, which comes later, and gives no value', () => {
  const [, asked = ''] = read('netlify.toml').split('[template.environment]\n');
  const names = [...asked.matchAll(/^([A-Z_]+) = "[A-Z][^"]+"$/gm)].map(([, name = '']) => name);
  expect(names).toEqual(environmentVariables.filter((name) => name !== 'BUILD_HOOK_URL'));
});

test('the newest version of the changelog is that of the package and of the lockfile', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  const [, newest] = /^## \[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$/m.exec(read('CHANGELOG.md')) ?? [];
  expect([manifest.version, lock.version, lock.packages['']?.version]).toEqual([newest, newest, newest]);
});

test('the public CI runs what everybody runs, with actions named by commit and no secret', () => {
  const text = read('.github/workflows/test.yml');
  const { permissions, jobs } = parse(text) as {
    permissions: unknown;
    jobs: Record<'test' | 'audit', { steps: { uses?: string; run?: string }[] }>;
  };
  expect(jobs.test.steps.flatMap(({ run }) => run ?? [])).toEqual(['.ci/run']);
  expect(read('.ci/run')).toMatch(/^npm ci\nnpm test$/m);
  expect(permissions).toEqual({ contents: 'read' });
  expect(text).not.toContain('secrets.');
  const actions = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(actions).toHaveLength(5);
  expect(actions.filter((name) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
});

test('the public CI looks for known holes in packages every week, and stops no change for one', () => {
  const { on, jobs } = parse(read('.github/workflows/test.yml')) as {
    on: { schedule: { cron: string }[] };
    jobs: Record<
      'test' | 'audit',
      { if?: string; needs?: string; steps: { run?: string }[] } & { 'continue-on-error'?: string }
    >;
  };
  expect(on.schedule).toHaveLength(1);
  expect(jobs.audit.steps.flatMap(({ run }) => run ?? [])).toEqual(['npm audit --omit=dev']);
  expect(jobs.audit['continue-on-error']).toBe("${{ github.event_name != 'schedule' }}");
  expect(jobs.test).toMatchObject({ if: "github.event_name != 'schedule'" });
  expect(jobs.test.needs).toBeUndefined();
});

test('the map in the README names every room, every kind of test and every part of local/', () => {
  const [, map = ''] = /^## The rooms\n([\s\S]*?)^## /m.exec(read('README.md')) ?? [];
  const named = new Set(map.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g));
  const folders = ['src', 'local', 'tests'].flatMap((root) => globSync(`${root}/*/`));
  expect(folders.length).toBeGreaterThan(30);
  expect(folders.filter((folder) => !named.has(folder.split('/')[1] ?? ''))).toEqual([]);
});

test('every runtime dependency has its reason in decision 010, and nothing else has', () => {
  const rows = [...read('docs/decisions/010-runtime-dependencies.md').matchAll(/^\| `([^`]+)` +\|/gm)];
  expect(rows.map(([, name = '']) => name).sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

test('every decision is in the list of decisions, by its number', () => {
  const files = globSync('docs/decisions/[0-9]*.md').map((path) => path.split('/').at(-1) ?? '');
  const listed = [...read('docs/decisions/README.md').matchAll(/\]\((\d{3}-[a-z-]+\.md)\)/g)];
  expect(listed.map(([, name = '']) => name).sort()).toEqual(files.sort());
  for (const file of files) {
    const text = read(`docs/decisions/${file}`);
    expect(text).toMatch(new RegExp(`^# ${file.slice(0, 3)} `));
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
  }
});

test('no document holds a telephone number: those stand in content/', () => {
  const numbers = documents.filter((path) => /\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/.test(read(path)));
  expect(numbers).toEqual([]);
});
