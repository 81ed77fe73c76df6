import { dirname, join } from 'node:path/posix';
import type { SourceFiles } from './files.ts';

/**
 * Reads who imports whom and says which arrow points the wrong way: pages and functions → rooms →
 * platform, and no way from the browser to the server.
 */

/**
 * Folders of src/ that are no rooms. Every other folder is one. The settings say what content/site.yml says,
 * for this week: whoever asks there may ask here. What holds without a signal holds for every page and form.
 */
const shared = new Set([
  ...['pages', 'layouts', 'components', 'styles', 'i18n', 'assets', 'platform', 'settings', 'offline'],
]);

/** What one room may use of another, with the reason. */
const doors: { from: RegExp; to: string; why: string }[] = [
  { from: /./, to: 'src/mail/letter.ts', why: 'the shape of a letter, which every room writes' },
  { from: /./, to: 'src/mail/alert-letter.ts', why: 'the shape of an alert to admins, about any room' },
  { from: /./, to: 'src/mail/deliver-now.ts', why: 'a room says "go" when it has queued mail' },
  {
    from: /^src\/mail\/composers\.ts$/,
    to: 'src/events/mails.ts',
    why: 'the list of who writes which letter',
  },
  {
    from: /^src\/mail\/composers\.ts$/,
    to: 'src/step-down/mails.ts',
    why: 'the list of who writes which letter',
  },
  {
    from: /^src\/mail\/composers\.ts$/,
    to: 'src/meetings/sync/source-mails.ts',
    why: 'the list of who writes which letter',
  },
  {
    from: /^src\/mail\/composers\.ts$/,
    to: 'src/staff/team/mails.ts',
    why: 'the list of who writes which letter',
  },
];

const serverModule =
  /^(node:.*|nodemailer|jose|@supabase\/.*|src\/platform\/(environment|database|sealed|tokens|guard|endpoint|log)\.ts)$/;

interface Import {
  /** A path from the root for our own files, else the module's name. */
  target: string;
  /** Erased before anything runs. */
  typeOnly: boolean;
}

export function brokenArrows(files: SourceFiles): string[] {
  const imports = new Map<string, Import[]>();
  for (const [path, text] of files)
    imports.set(path, importsOf(path, path.endsWith('.astro') ? frontmatter(text) : text));

  const broken: string[] = [];
  for (const [path, list] of imports) {
    for (const { target } of list) broken.push(...wrongWay(path, target));
    broken.push(...wrongReading(path, files.get(path) ?? ''));
  }
  for (const root of clientRoots(files)) broken.push(...serverBehind(root, imports));
  return [...new Set(broken)].sort();
}

function wrongWay(path: string, target: string): string[] {
  if (target.startsWith('@supabase/lite') && !/^(local|tests)\//.test(path)) {
    return [`${path} imports ${target}: only local/ does`];
  }
  const from = place(path);
  const to = place(target);
  if (!to || from === to) return [];
  // what a language and a dictionary are stands under everything
  if (from === 'platform' && /^src\/i18n\/(language|spoken)\.ts$/.test(target)) return [];
  if (from === 'platform') return [`${path} imports ${target}: platform stands under everything`];
  if (to === 'pages' || target.startsWith('netlify/'))
    return [`${path} imports ${target}: nothing stands above a page or a function`];
  if (isRoom(to) && ['components', 'layouts', 'i18n', 'settings'].includes(from ?? '')) {
    return [`${path} imports ${target}: what several rooms share belongs to none`];
  }
  const open = doors.some((door) => door.from.test(path) && door.to === target);
  if (isRoom(from) && isRoom(to) && !open) return [`${path} imports ${target}: rooms keep to themselves`];
  return [];
}

function wrongReading(path: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const broken: string[] = [];
  if (/^(src|netlify)\//.test(path) && path !== 'src/platform/environment.ts') {
    if (
      /\bprocess\.env\b|\bNetlify\.env\b|import (process\b|\*|\{[^}]*\benv\b)[^;]*from '(node:)?process'/.test(
        code,
      )
    ) {
      broken.push(`${path} reads the environment: ask #platform/environment.ts`);
    }
  }
  if (
    path.startsWith('src/pages/') &&
    /\.rpc\(|\.from\('|\b(publicDatabase|serviceDatabase|createClient)\b|\b(select|insert into|update|delete from)\s[\s\S]{0,80}\b(from|set|values)\s/.test(
      frontmatterOrAll(path, code),
    )
  ) {
    broken.push(`${path} talks to the database: a room does that`);
  }
  return broken;
}

/** Files the browser runs: elements, and what a plain <script> of a component imports. */
function clientRoots(files: SourceFiles): { name: string; imports: Import[] }[] {
  const roots: { name: string; imports: Import[] }[] = [];
  for (const [path, text] of files) {
    if (/-element\.ts$/.test(path)) roots.push({ name: path, imports: [{ target: path, typeOnly: false }] });
    if (!path.endsWith('.astro')) continue;
    for (const [, attributes = '', script = ''] of text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
      const source = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
      const list = importsOf(path, script);
      if (source) list.push({ target: resolve(path, source), typeOnly: false });
      roots.push({ name: `a script of ${path}`, imports: list });
    }
  }
  return roots;
}

function serverBehind(root: { name: string; imports: Import[] }, imports: Map<string, Import[]>): string[] {
  const seen = new Set<string>();
  const broken: string[] = [];
  const follow = (list: Import[], way: string[]) => {
    for (const { target, typeOnly } of list) {
      if (typeOnly || seen.has(target)) continue;
      seen.add(target);
      const through = [...way, target];
      if (serverModule.test(target)) broken.push(`${root.name} takes ${through.join(' → ')} to the browser`);
      else follow(imports.get(target) ?? [], through);
    }
  };
  follow(root.imports, []);
  return broken;
}

function importsOf(path: string, code: string): Import[] {
  const found: Import[] = [];
  const statement =
    /\b(?:import|export)\s+(type\s+)?(?:[^'"();]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const [, type, name, dynamic] of code.matchAll(statement)) {
    found.push({ target: resolve(path, name ?? dynamic ?? ''), typeOnly: !!type });
  }
  return found;
}

function resolve(path: string, name: string): string {
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  return name.startsWith('.') ? join(dirname(path), name) : name;
}

const place = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
const isRoom = (name: string | undefined): boolean => !!name && !shared.has(name);
const frontmatter = (text: string): string => /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
const frontmatterOrAll = (path: string, code: string): string =>
  path.endsWith('.astro') ? frontmatter(code) : code;
