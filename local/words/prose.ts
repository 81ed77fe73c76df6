import ts from 'typescript';
import { blank, keep, only } from '#platform/words/blank.ts';
import { markdownWords, tagWords } from '#platform/words/markdown-words.ts';

/**
 * What people read in a file: the same text with everything else blanked out, so that a place in the one
 * is the same place in the other.
 */
export function prose(path: string, text: string): string {
  const type = /\.[a-z]+$/.exec(path)?.[0];
  if (type === '.astro') return astro(text);
  if (type === '.md' || type === '.mdx') return markdownWords(text);
  if (type === '.yml')
    return text.replace(/^\s*#.*$|\s#\s.*$|^[\s-]*[\w.-]+:(?=\s|$)|https?:\/\/\S+/gm, blank);
  if (type === '.sql') return only(text.replace(/--.*$/gm, blank), /'(?:[^']|'')*'/g);
  if (type === '.ts') return strings(text);
  return text;
}

function astro(text: string): string {
  const head = /^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? '';
  const body = text
    .slice(head.length)
    .replace(/<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(
      /(<script\b[^>]*>)([\s\S]*?)(<\/script>)/g,
      (_all, open: string, code: string, close: string) => {
        return blank(open) + strings(code) + blank(close);
      },
    );
  return strings(head.replaceAll('---', '   ')) + tagWords(body);
}

function strings(code: string): string {
  const source = ts.createSourceFile('text.ts', code, ts.ScriptTarget.Latest, true);
  const kept: [start: number, end: number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      kept.push([node.getStart(), node.getEnd()]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return keep(code, kept);
}
