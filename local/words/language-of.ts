import ts from 'typescript';
import { blank, keep } from '#platform/words/blank.ts';
import { prose } from './prose.ts';

/**
 * Which of the words in a file are Spanish: whole files, the values of dictionaries (their keys are English),
 * what stands under `es`, and in SQL the strings that look it.
 */

type Span = [start: number, end: number];

/** What people read in a file in one language: the rest of the text is blanked out, so that places stay. */
export function proseIn(language: 'en' | 'es', path: string, text: string): string {
  const read = prose(path, text);
  const spanish = spanishIn(path, text);
  if (language === 'es') return keep(read, spanish);
  return spanish.reduce(
    (rest, [start, end]) => rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end),
    read,
  );
}

/** Content in the folder of the language, or a module named after it. */
const spanishFile = /^content\/(?:.*\/)?es\/|-es\.\w+$/;

function spanishIn(path: string, text: string): Span[] {
  if (spanishFile.test(path)) return [[0, text.length]];
  if (path.endsWith('.ts')) return spanishOfCode(text);
  if (path.endsWith('.astro'))
    return spanishOfCode((/^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? '').replaceAll('---', '   '));
  if (path.endsWith('.yml')) return spansOf(text, underSpanish);
  if (path.endsWith('.sql'))
    return spansOf(text, /'(?:[^']|'')*'/g).filter((span) => looksSpanish(text, span));
  return [];
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: all, index }) => [index, index + all.length]);

/** A YAML key `es` or `…Es`, with the lines below that stand further in. */
const underSpanish = /^([ -]*)(?:es|\w+Es):(?=\s)[^\n]*(?:\n\1 +[^\n]*|\n(?=\n\1 ))*/gm;

const spanishName = /^(?:es|spanish|\w*Es|\w*Spanish)$/;

function spanishOfCode(code: string): Span[] {
  const found: Span[] = [];
  const keep = (node: ts.Node) => found.push([node.getStart(), node.getEnd()]);
  const visit = (node: ts.Node): void => {
    const values = dictionaryOf(node);
    if (values) return values.forEach(keep);
    const named = (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && node.initializer;
    if (named && spanishName.test((node as ts.VariableDeclaration).name.getText())) return void keep(named);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('text.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

/** The values of `spoken({…})` and of `const spanish = {…}`, whose keys are the English texts. */
function dictionaryOf(node: ts.Node): ts.Node[] | undefined {
  const called = ts.isCallExpression(node) && node.expression.getText() === 'spoken' && node.arguments[0];
  const named =
    ts.isVariableDeclaration(node) &&
    /^(?:spanish|\w+Spanish)$/.test(node.name.getText()) &&
    node.initializer;
  let object = called || named;
  while (object && (ts.isAsExpression(object) || ts.isSatisfiesExpression(object)))
    object = object.expression;
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  return object.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) ? [property.initializer] : [],
  );
}

/** More little words of the one language than of the other. */
function looksSpanish(text: string, [start, end]: Span): boolean {
  const words = text.slice(start, end);
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  return (
    count(/[¿¡ñáéíóú]|\b(?:el|la|los|las|de|del|y|en|que|con|para|por|una?|se|su)\b/giu) >
    count(/\b(?:the|and|of|to|in|for|with|is|are|you|your|an?|on|at|or)\b/giu)
  );
}
