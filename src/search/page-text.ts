import { parseDocument } from 'htmlparser2';
import type { Part, SitePage } from './site-page.ts';
import { isFound, sectionOf } from './site-page.ts';

/** What a built page says, without what surrounds it and what only a script fills in. */

type Node = ReturnType<typeof parseDocument>['children'][number];

const silent = new Set([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'nav',
    'footer',
    'select',
    'button',
    'dialog',
    'form',
  ],
]);
const block = /^(?:a|address|blockquote|d[dlt]|div|figcaption|h[1-6]|header|li|ol|p|section|t[dhr]|ul)$/;
const headings = new Set(['h2', 'h3']);

const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)”])/g, '')
    .trim();

const attribute = (node: Node, name: string) => ('attribs' in node ? node.attribs[name] : undefined);

/** Hidden from everybody, marked to be left out, or the note under a translation. */
const unsaid = (node: Node) =>
  attribute(node, 'hidden') !== undefined ||
  attribute(node, 'data-not-found') !== undefined ||
  /(?:^|\s)(?:back|visually-hidden|spanish-review)(?:\s|$)/.test(attribute(node, 'class') ?? '');

/** The page at an English address, or null when it is not for finding: by its address, or by its own word. */
export function pageText(path: string, html: string): SitePage | null {
  if (!isFound(path) || /<meta name="robots" content="noindex"/.test(html)) return null;
  const parts: Part[] = [{ id: '', heading: '', text: '' }];
  let [title, language] = ['', undefined as string | undefined];
  const last = () => parts.at(-1)!;

  const textOf = (node: Node): string =>
    node.type === 'text' ? node.data : 'children' in node ? node.children.map(textOf).join('') : '';

  /** Of a title whose words are wrapped in an element that names their language. */
  const langWithin = (node: Node): string | undefined =>
    'children' in node && node.children.length === 1 ? attribute(node.children[0]!, 'lang') : undefined;

  const walk = (node: Node, inMain: boolean, spoken: string | undefined): void => {
    if (node.type === 'text' && inMain) last().text += node.data;
    if (!('children' in node)) return;
    const name = 'name' in node ? node.name : '';
    if (inMain && (silent.has(name) || unsaid(node))) return;
    const lang = (name !== 'html' && attribute(node, 'lang')) || spoken;
    if (inMain && name === 'h1') {
      [title, language] = [plain(textOf(node)), langWithin(node) ?? lang];
      return;
    }
    const id = attribute(node, 'id');
    if (inMain && headings.has(name) && id) {
      parts.push({ id, heading: plain(textOf(node)), text: '' });
      return;
    }
    for (const child of node.children) walk(child, inMain || name === 'main', lang);
    if (inMain && block.test(name)) last().text += ' ';
  };
  for (const node of parseDocument(html).children) walk(node, false, undefined);
  if (!title) return null;

  const said = parts.map((part) => ({ ...part, text: plain(part.text) }));
  const until = /"endDate":"([^"]+)"/.exec(html)?.[1];
  return {
    path,
    title,
    section: sectionOf(path),
    parts: said.filter(({ heading, text }, at) => at === 0 || heading + text !== ''),
    ...(language && { language }),
    ...(until && { until }),
  };
}
